import type { Texts } from "../texts.ts";

export const searchSheet: Texts["searchSheet"] = {
  onlyHere: "Сохранённые фильтры есть только на этом устройстве.",
  saveNow: "Запомнить",
  name: "Название",
  forget: "Нажмите на фильтр, чтобы забыть его:",
  clearAll: "Сбросить всё",
  show: "Показать",
  groups: {
    dates: "Когда",
    from: "С",
    to: "По",
    amount: "Сумма",
    type: "Вид",
    status: "Состояние",
    account: "Счёт",
    category: "Категория",
    tag: "Метка",
    by: "Кто внёс",
  },
  amountHint: "Например >20, <5 или 10..50",
  thisMonth: "Этот месяц",
  lastMonth: "Прошлый месяц",
  thisYear: "Этот год",
  help: "Условия можно и набирать: продукты сумма:>20 после:2026-10-01 -метка:отпуск",
};
