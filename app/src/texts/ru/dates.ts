import type { Texts } from "../texts.ts";

export const dates: Texts["dates"] = {
  today: "Сегодня",
  yesterday: "Вчера",
  tomorrow: "Завтра",
  inText: {
    on: { today: "сегодня", yesterday: "вчера", tomorrow: "завтра" },
    upTo: { today: "сегодняшний день", yesterday: "вчерашний день", tomorrow: "завтрашний день" },
  },
};
