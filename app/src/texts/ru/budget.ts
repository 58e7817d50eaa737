import type { Texts } from "../texts.ts";
import { count } from "./count.ts";

export const budget: Texts["budget"] = {
  entries: "Учтённые записи",
  noEntries: "В этом периоде ничего не учтено.",
  sum: "Вместе",
  why: {
    named: (category) => `${category}: категория указана в бюджете`,
    expense: (category) => `${category}: учитываются все расходы`,
    uncategorised: "Без категории, но деньги ушли",
  },
  part: "часть разделённой записи",
  refund: "возврат, поэтому вычитается",
  account: "Счёт указан в бюджете",
  otherCurrency: "в другой валюте: показано, но не учтено",
  history: "Периоды",
  historyHint: "Столбец — потрачено, черта — сколько было. Нажмите на столбец, чтобы увидеть записи.",
  bar: (range, spent, available) => `${range}: ${spent} из ${available}`,
  period: "Период",
  spent: "Потрачено",
  available: "Доступно",
  left: "Осталось",
  carried: "из них перенесено",
  whatIf: "Что если",
  whatIfHint: (days) => `Если после сегодняшнего дня тратить столько каждый день (${days}):`,
  days: (n) => count(n, "день", "дня", "дней"),
  perDay: "В день",
  thenLeft: "останется в конце",
  thenMissing: "не хватит в конце",
  outlook: "Если продолжать так же",
  outlookRange: "будет потрачено к концу",
  outlookFormula: (recent) =>
    `К потраченному прибавляется за каждый оставшийся день: с одной стороны — среднее за весь период, с другой — за последние ${recent}.`,
  outlookAvailable: "доступно на период",
};
