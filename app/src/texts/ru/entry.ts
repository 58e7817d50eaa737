import type { Texts } from "../texts.ts";

export const entry: Texts["entry"] = {
  title: "Запись",
  gone: "Этой записи здесь нет. Возможно, её удалили.",
  amount: "Сумма",
  account: "Счёт",
  date: "Дата",
  payee: "Получатель",
  category: "Категория",
  note: "Заметка",
  tags: "Метки",
  tagsHint: "Через запятую",
  pending: "Ожидает: банк ещё не провёл",
  reconciled: "Сверено с выпиской. Изменение суммы или даты отменит сверку.",
  save: "Сохранить",
  saved: "Изменено",
  delete: "Удалить",
  deleted: "Удалено",
  changedAt: (time) => `Изменено ${time}`,
};
