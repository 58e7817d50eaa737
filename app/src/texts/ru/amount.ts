import type { Texts } from "../texts.ts";

export const amount: Texts["amount"] = {
  minus: "минус",
  turnSign: "Плюс или минус",
  hidden: "сумма скрыта",
  hiddenChart: "Суммы скрыты, поэтому и график тоже.",
};
