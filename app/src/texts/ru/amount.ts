import type { Texts } from "../texts.ts";

export const amount: Texts["amount"] = {
  minus: "минус",
  hidden: "сумма скрыта",
};
