import type { Texts } from "../texts.ts";

export const sync: Texts["sync"] = {
  local: "Только на этом устройстве",
  signedOut: "Вы вышли",
  signedOutWith: (n) => `Вы вышли - сохранено: ${n}`,
  needsYou: (n) => `Нужно ваше решение (${n})`,
  tooOld: "Приложение устарело: обновите страницу",
  offline: "Нет связи",
  offlineWith: (n) => `Нет связи - к отправке: ${n}`,
  offlinePartly: "Нет связи - здесь ещё не всё",
  loading: "Загрузка - здесь ещё не всё",
  toSend: (n) => `К отправке: ${n}`,
  upToDate: "Всё отправлено",
  merged: (n) => `Всё отправлено - объединено с чужими изменениями: ${n}`,
};
