import type { Texts } from "../texts.ts";
import { count } from "./count.ts";

const records = (n: number) => count(n, "запись", "записи", "записей");

export const entries: Texts["entries"] = {
  title: "Записи",
  empty: "Записей пока нет. Плюс внизу добавит первую.",
  uncategorised: "Без категории",
  pending: "ожидает",
  reconciled: "сверено",
  willBeSent: "будет отправлено",
  transfer: (from, to) => `${from} → ${to}`,
  split: (n) => `Разделено на ${n}`,
  receipts: (n) => count(n, "чек", "чека", "чеков"),
  groups: {
    pending: (n) => `Ожидают · ${n}`,
    planned: (n) => `Запланировано · ${n}`,
  },
  total: "Итого:",
  moreCurrencies: (n) => `+${n}`,
  partOf: "из",
  balanceAfter: "Остаток после:",
  found: records,
  hidden: (n) => `Ничего не подошло (всего ${records(n)}).`,
  hidingFilter: (what, n) => `Без условия «${what}» нашлось бы ${records(n)}.`,
  clearFilters: "Сбросить фильтры",
  partly: "Записи ещё загружаются с сервера: более старых на этом устройстве пока нет.",
  partlyLoad: "Загрузить сейчас",
  choose: "Выберите запись, и она откроется здесь.",
  categorised: "Категория изменена",
  noCategoryHere: "У перевода и разделённой записи нет своей категории. Откройте её, чтобы изменить части.",
  isReconciled: "Сверено с выпиской. Откройте запись, чтобы изменить её.",
  selectAll: "Выбрать все",
  select: "Выбрать",
};
