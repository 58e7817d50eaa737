import type { Texts } from "../texts.ts";

export const budgets: Texts["budgets"] = {
  title: "Бюджеты",
  empty: "Бюджетов пока нет.",
  later: "Ещё не начались",
  startsOn: (day) => `С ${day}`,
  of: "из",
  states: { onTrack: "В норме", warning: "На исходе", exceeded: "Превышен" },
};
