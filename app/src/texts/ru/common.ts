import type { Texts } from "../texts.ts";

export const common: Texts["common"] = {
  back: "Назад",
  cancel: "Отмена",
  close: "Закрыть",
  undo: "Отменить",
  undone: "Отменено",
};
