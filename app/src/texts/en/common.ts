export const common = {
  back: "Back",
  cancel: "Cancel",
  close: "Close",
  name: "Name",
  undo: "Undo",
  undone: "Undone",
};
