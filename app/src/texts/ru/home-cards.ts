import type { Texts } from "../texts.ts";
import { count } from "./count.ts";

export const homeCards: Texts["homeCards"] = {
  arrange: "Порядок карточек",
  arranged: "Готово",
  up: (name) => `Поднять «${name}»`,
  down: (name) => `Опустить «${name}»`,
  names: {
    attention: "Требует внимания",
    leftToday: "Осталось на сегодня",
    atRisk: "Бюджеты под угрозой",
    accounts: "Счета",
    spending: "Расходы за месяц",
    uncategorised: "Без категории",
    last: "Последние записи",
  },
  hint: "Порядок хранится на этом устройстве. Пустые карточки не показываются.",
  uncategorised: (n) => `${count(n, "запись", "записи", "записей")} без категории`,
  uncategorisedNote: "нажмите, чтобы разобрать",
  onlyLooked: (n) => `за ${count(n, "последний день", "последних дня", "последних дней")}`,
  howLeftToday: (left, spent, days, result) =>
    `(осталось ${left} + потрачено сегодня ${spent}) ÷ ${days} − ${spent} = ${result}`,
  pinned: "Учитываются закреплённые бюджеты; закрепить их можно в режиме «Порядок» на экране бюджетов.",
  spendingFormula:
    "Сколько ушло с начала месяца со счетов, входящих в бюджет, за вычетом возвратов. Переводы между своими счетами — не расход.",
  explain: "Как это посчитано?",
  days: (n) => count(n, "день", "дня", "дней"),
};
