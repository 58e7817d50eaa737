export const dates = {
  today: "Today",
  yesterday: "Yesterday",
  tomorrow: "Tomorrow",
  /** In the midst of a sentence, by itself and after "up to". */
  inText: {
    on: { today: "today", yesterday: "yesterday", tomorrow: "tomorrow" },
    upTo: { today: "today", yesterday: "yesterday", tomorrow: "tomorrow" },
  },
};
