import type { Texts } from "../texts.ts";
import { count } from "./count.ts";

const records = (n: number) => count(n, "запись", "записи", "записей");

export const trash: Texts["trash"] = {
  title: "Корзина",
  hint: "Удалённое хранится 90 дней, и его можно вернуть.",
  search: "Поиск среди удалённого",
  empty: "Ничего не удалено.",
  none: "Среди удалённого ничего не подошло.",
  onlyHere: (why) => `${why} Показано то, что удалено на этом устройстве.`,
  deletedAt: (time) => `Удалено ${time}`,
  restore: (n) => (n === 0 ? "Выберите, что вернуть" : `Вернуть ${records(n)}`),
  restored: (n) => `Возвращено: ${records(n)}`,
  selectAll: "Выбрать все",
  selectNone: "Снять выбор",
  older: "Показать ещё",
  loading: "Спрашиваем сервер…",
};
