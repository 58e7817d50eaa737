export const budgets = {
  title: "Budgets",
  empty: "There are no budgets yet.",
  later: "Not begun yet",
  startsOn: (day: string) => `From ${day}`,
  of: "of",
  states: { onTrack: "On track", warning: "Getting short", exceeded: "Exceeded" },
};
