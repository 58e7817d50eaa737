import type { Texts } from "../texts.ts";
import { count } from "./count.ts";

export const failures: Texts["failures"] = {
  offline: "Нет связи. Для входа она нужна; чтобы попробовать без учётной записи — нет.",
  unreachable: "Ответил не сервер. Может быть, эта сеть просит войти на своей странице?",
  busy: (minutes) => `Сервер просит подождать. Попробуйте через ${count(minutes, "минуту", "минуты", "минут")}.`,
  signedOut: "Вход завершён.",
};
