import type { Texts } from "../texts.ts";

export const common: Texts["common"] = {
  back: "Назад",
  cancel: "Отмена",
  close: "Закрыть",
  done: "Готово",
  name: "Название",
  undo: "Отменить",
  undone: "Отменено",
};
