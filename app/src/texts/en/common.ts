export const common = {
  back: "Back",
  cancel: "Cancel",
  close: "Close",
  undo: "Undo",
  undone: "Undone",
};
