import type { Texts } from "../texts.ts";
import { count } from "./count.ts";

export const names: Texts["names"] = {
  titles: { payee: "Получатели", tag: "Метки" },
  empty: { payee: "Ни в одной записи пока нет получателя.", tag: "Ни у одной записи пока нет метки." },
  find: "Найти",
  nothing: "Ничего с таким названием нет.",
  used: (n, last) => `${count(n, "запись", "записи", "записей")}, последняя: ${last}`,
  rename: (name) => `Переименовать «${name}»`,
  newName: "Новое название",
  everywhere: (n) => `Изменится: ${count(n, "запись", "записи", "записей")}.`,
  skipped: (n) => `Прежнее название сохранится в сверенных: ${count(n, "запись", "записи", "записей")}.`,
  joins: (name) => `«${name}» уже есть: они станут одним.`,
  save: "Переименовать",
  renamed: (from, to) => `«${from}» теперь «${to}»`,
  nameMissing: "Введите новое название.",
  tagFault: "Метка — одно слово без пробелов и запятых.",
};
