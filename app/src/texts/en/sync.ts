export const sync = {
  local: "Only on this device",
  signedOut: "Signed out",
  signedOutWith: (n: number) => `Signed out - ${n} kept`,
  needsYou: (n: number) => `Needs you (${n})`,
  tooOld: "This app is too old: reload it",
  offline: "Offline",
  offlineWith: (n: number) => `Offline - ${n} to send`,
  offlinePartly: "Offline - not everything is here yet",
  loading: "Loading - not everything is here yet",
  toSend: (n: number) => `${n} to send`,
  upToDate: "Up to date",
  merged: (n: number) => `Up to date - ${n === 1 ? "a change" : `${n} changes`} merged with others`,
};
