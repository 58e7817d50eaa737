import type { Texts } from "../texts.ts";

export const really: Texts["really"] = {
  title: "Действительно столько?",
  ask: (amount) => `${amount} — намного больше любой суммы в этом учёте.`,
  change: "Изменить",
  save: "Сохранить",
};
