import type { Texts } from "../texts.ts";

export const amountFaults: Texts["amountFaults"] = {
  empty: () => "Введите сумму.",
  notANumber: () => "Это не сумма.",
  tooPrecise: (currency, decimals) =>
    decimals === 0 ? `В ${currency} нет дробной части.` : `В ${currency} знаков после запятой: ${decimals}.`,
  negative: () => "Сумма не может быть отрицательной.",
  divisionByZero: () => "На ноль делить нельзя.",
  tooLarge: () => "Это больше, чем помещается в запись.",
};
