import type { Texts } from "../texts.ts";

export const more: Texts["more"] = {
  title: "Ещё",
  accounts: "Счета",
  sync: "Синхронизация",
  settings: "Настройки",
  ledgers: "Учёты",
  charts: "Графики",
  categories: "Категории",
  payees: "Получатели",
  tags: "Метки",
  trash: "Корзина",
};
