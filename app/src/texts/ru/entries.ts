import type { Texts } from "../texts.ts";

export const entries: Texts["entries"] = {
  title: "Записи",
  empty: "Записей пока нет. Плюс внизу добавит первую.",
  uncategorised: "Без категории",
  pending: "ожидает",
  transfer: (from, to) => `${from} → ${to}`,
  split: (n) => `Разделено на ${n}`,
};
