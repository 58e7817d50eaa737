import type { Texts } from "../texts.ts";

export const navigation: Texts["navigation"] = {
  label: "Главное",
  home: "Главная",
  entries: "Записи",
  budgets: "Бюджеты",
  more: "Ещё",
  add: "Новая запись",
};
