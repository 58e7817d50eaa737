import type { Texts } from "../texts.ts";

export const broken: Texts["broken"] = {
  text: "В приложении что-то сломалось. Введённое сохранено.",
  retry: "Попробовать снова",
  home: "На главную",
  notHere: "Этого экрана ещё нет на устройстве. Он появится, когда будет связь.",
};
