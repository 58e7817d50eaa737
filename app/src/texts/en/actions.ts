export const actions = {
  title: "What do you want to do?",
  what: "Type a few letters",
  nothing: "Nothing is called that.",
  new: "New entry",
  transfer: "New transfer",
  search: "Search entries",
  undo: "Undo the last change",
  nothingToUndo: "There is nothing to undo now.",
  theme: "Light or dark",
  keys: "All actions and keys",
  account: (name: string) => `Account: ${name}`,
};
