import type { Texts } from "../texts.ts";
import { count } from "./count.ts";

const records = (n: number) => count(n, "запись", "записи", "записей");

export const bulkSheet: Texts["bulkSheet"] = {
  choose: "Выберите",
  newCategory: "Новая категория",
  newAccount: "Новый счёт",
  newPayee: "Новый получатель",
  addTags: "Добавить метки",
  removeTags: "Убрать метки:",
  moveDays: "Дней",
  moveHint: "Позже; с минусом — раньше",
  days: (n) => `${n > 0 ? "+" : "−"}${count(Math.abs(n), "день", "дня", "дней")}`,
  common: (value) => (value === null ? "Сейчас значения разные." : `Сейчас у всех: ${value}`),
  deleteHint: "Они попадут в корзину, откуда их можно вернуть.",
  apply: (n) => `Изменить: ${n}`,
  delete: (n) => `Удалить: ${n}`,
  preview: (n, of) =>
    n === of ? `Изменится ${records(n)}.` : `${records(of)}: ${n === 0 ? "ничего не изменится" : `изменится ${n}`}.`,
  unchanged: (n) => `Уже так: ${n}`,
  unlocked: (n) => `Перестанут быть сверенными: ${n}`,
  skipped: {
    reconciled: (n) => `Пропущено сверенных: ${n}`,
    split: (n) => `Пропущено разделённых: ${n} (категории у их частей)`,
    transfer: (n) => `Пропущено переводов: ${n}`,
    currency: (n) => `Пропущено в другой валюте: ${n}`,
    closed: (n) => `Пропущено на закрытых счетах: ${n}`,
    tags: (n) => `Пропущено: ${n} (стало бы больше 20 меток)`,
    date: (n) => `Пропущено: ${n} (дата вне допустимых)`,
  },
  changed: (n) => `${count(n, "Изменена", "Изменены", "Изменено").replace(/^\d+ /, "")} ${records(n)}`,
  deleted: (n) => `${count(n, "Удалена", "Удалены", "Удалено").replace(/^\d+ /, "")} ${records(n)}`,
};
