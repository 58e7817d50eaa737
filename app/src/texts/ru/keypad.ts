import type { Texts } from "../texts.ts";

export const keypad: Texts["keypad"] = {
  label: "Клавиши",
  back: "Стереть последнюю цифру; удерживайте, чтобы стереть всё",
  times: "Умножить",
  minus: "Минус",
  plus: "Плюс",
  decimal: "Десятичный знак",
};
