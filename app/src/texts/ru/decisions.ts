import type { Texts } from "../texts.ts";

const never = { name: () => "", does: () => "" };

export const decisions: Texts["decisions"] = {
  whose: (name, isMe) =>
    isMe ? "вариант с другого устройства" : name === null ? "чужой вариант" : `вариант участника ${name}`,
  changed: {
    mine: { name: () => "Оставить моё", does: (others) => `Ваш вариант заменит у всех ${others}.` },
    theirs: { name: (others) => `Оставить ${others}`, does: () => "Ваше изменение будет отменено." },
    both: {
      name: () => "Оставить оба как две записи",
      does: (others) => `Ваш вариант станет второй записью, ${others} останется.`,
    },
  },
  deletedThere: {
    mine: { name: () => "Вернуть", does: () => "Снова появится у всех в том виде, как у вас здесь." },
    theirs: { name: () => "Оставить удалённым", does: () => "Ваше изменение будет отменено; здесь тоже исчезнет." },
    both: never,
  },
  deletedHere: {
    mine: { name: () => "Всё равно удалить", does: () => "Будет удалено у всех вместе с изменениями." },
    theirs: { name: () => "Не удалять", does: () => "Останется со всем, что изменили за это время." },
    both: never,
  },
  refused: {
    mine: { name: () => "Повторить", does: () => "Будет отправлено ещё раз как есть." },
    theirs: { name: () => "Отказаться", does: () => "Будет отменено на этом устройстве; на сервере этого нет." },
    both: never,
  },
};
