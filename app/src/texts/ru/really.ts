import type { Texts } from "../texts.ts";

export const really: Texts["really"] = {
  ask: (amount) => `Действительно ${amount}? Это намного больше любой суммы в этом учёте.`,
  save: "Сохранить",
};
