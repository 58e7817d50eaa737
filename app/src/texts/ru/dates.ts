import type { Texts } from "../texts.ts";

export const dates: Texts["dates"] = {
  today: "Сегодня",
  yesterday: "Вчера",
  tomorrow: "Завтра",
};
