import type { Texts } from "../texts.ts";

export const accountTypes: Texts["accountTypes"] = {
  checking: "Счёт в банке",
  savings: "Накопления",
  cash: "Наличные",
  creditCard: "Кредитная карта",
  loan: "Кредит",
  investment: "Инвестиции",
  other: "Другое",
};
