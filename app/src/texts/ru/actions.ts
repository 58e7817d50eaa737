import type { Texts } from "../texts.ts";

export const actions: Texts["actions"] = {
  title: "Что сделать?",
  what: "Введите несколько букв",
  nothing: "Ничего с таким названием нет.",
  new: "Новая запись",
  transfer: "Новый перевод",
  search: "Искать записи",
  undo: "Отменить последнее изменение",
  nothingToUndo: "Сейчас отменять нечего.",
  theme: "Светлая или тёмная",
  keys: "Все действия и клавиши",
  accounts: "Счета",
  addAccount: "Новый счёт",
  settings: "Настройки",
  sync: "Синхронизация",
  syncNow: "Синхронизировать",
  account: (name) => `Счёт: ${name}`,
  lockNow: "Заблокировать сейчас",
};
