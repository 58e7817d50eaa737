import type { Texts } from "../texts.ts";
import { count } from "./count.ts";

export const navigation: Texts["navigation"] = {
  label: "Главное",
  home: "Главная",
  entries: "Записи",
  budgets: "Бюджеты",
  more: "Ещё",
  add: "Новая запись",
  unread: (n) => count(n, "новое уведомление", "новых уведомления", "новых уведомлений"),
};
