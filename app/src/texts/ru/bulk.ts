import type { Texts } from "../texts.ts";

export const bulk: Texts["bulk"] = {
  label: "Изменить выбранные записи",
  chosen: "Выбрано",
  choosing: "Выбрать",
  count: (n) => `Выбрано: ${n}`,
  close: "Снять выбор",
  fields: {
    category: "Сменить категорию",
    account: "Перенести на другой счёт",
    payee: "Сменить получателя",
    tags: "Добавить или убрать метки",
    status: "Сменить состояние",
    date: "Сдвинуть даты",
    delete: "Удалить записи",
  },
  join: "Объединить две записи",
};
