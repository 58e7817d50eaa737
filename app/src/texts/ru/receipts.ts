import type { Texts } from "../texts.ts";
import { count } from "./count.ts";

const checks = (n: number) => count(n, "чек", "чека", "чеков");

export const receipts: Texts["receipts"] = {
  title: "Чеки",
  add: "Добавить чек",
  waits: "ждёт отправки",
  onlyHere: "только на этом устройстве",
  refusedShort: "сервер не принял",
  remove: "Убрать",
  removed: "Чек убран",
  save: "Скачать",
  retry: "Ещё раз",
  picture: (name) => `Чек ${name}`,
  pdf: "Это PDF: скачайте его, чтобы открыть.",
  away: "Его нет на этом устройстве, а связи с сервером сейчас нет.",
  addedAt: (time) => `Добавлен ${time}`,
  refused: (words) => `Сервер не принимает его: ${words}`,
  entryGone: "Его записи больше нет. Восстановите запись или сохраните чек, прежде чем убрать его.",
  attached: (n) => `К этой записи приложено: ${checks(n)}`,
  unsent: (n) => `Ждут отправки: ${checks(n)}`,
  ofEntry: (title) => `К записи «${title}»`,
  faults: {
    kind: "Это не картинка и не PDF.",
    unreadable: "Картинку не удалось прочитать.",
    tooLarge: "Файл больше 5 МБ.",
    empty: "Файл пуст.",
    notKept: "Чек не удалось сохранить на устройстве. Есть ли на нём место?",
    tooMany: "У записи может быть 10 чеков; остальные не добавлены.",
  },
};
