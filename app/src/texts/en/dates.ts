export const dates = {
  today: "Today",
  yesterday: "Yesterday",
  tomorrow: "Tomorrow",
};
