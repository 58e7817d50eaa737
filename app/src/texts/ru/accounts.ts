import type { Texts } from "../texts.ts";

export const accounts: Texts["accounts"] = {
  title: "Счета",
  onBudget: "В бюджете",
  offBudget: "Вне бюджета",
  closed: "Закрытые",
  balance: "Остаток",
  cleared: "Проведено",
  empty: "По этому счёту ещё ничего не было.",
};
