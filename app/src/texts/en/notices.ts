export const notices = {
  newVersion: "There is a new version.",
  tooOld: "The server needs a newer version of the app. Everything you entered is kept, and sent after reloading.",
  reload: "Reload",
  faults: {
    full: "This device has no room left, so nothing more can be stored. What you typed is still on the screen: free some room, then save again.",
    cannotOpen:
      "The browser does not open what is stored on this device. In a private window it often cannot; another tab may hold it. What you typed is kept.",
    corrupt: "Something that is stored on this device cannot be read.",
    other: "Something in the app went wrong. What you typed is kept.",
  },
  corruptAnew: "Everything is on the server, too, and can be loaded anew.",
  corruptKept: "Save what was not sent as a file in Synchronisation.",
  loadAnew: "Load anew",
};
