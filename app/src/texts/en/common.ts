export const common = {
  back: "Back",
  cancel: "Cancel",
  close: "Close",
  done: "Done",
  name: "Name",
  undo: "Undo",
  undone: "Undone",
};
