import type { Texts } from "../texts.ts";

export const firstSteps: Texts["firstSteps"] = {
  title: "Первые шаги",
  step: (n, of) => `Шаг ${n} из ${of}`,
  skip: "Пропустить",
  wasInvited: "Меня пригласили в учёт",
  forward: "Дальше",
  next: {
    title: "Готово",
    ready: "С чего начать?",
    record: "Записать первый расход",
    import: "Загрузить файл банка",
    invite: "Пригласить кого-нибудь",
    needsAccount: "Чтобы пригласить, нужна учётная запись; остальное работает и без неё.",
    home: "Сначала осмотреться",
  },
  finish: "Готово",
  ledgerName: "Семья",
  later: (currency) => `Валюта учёта — ${currency}. Всё остальное можно изменить позже.`,
  currency: {
    weekStart: "Первый день недели",
    title: "Валюта и числа",
    label: "Валюта",
    formats: "Числа и даты",
    asLanguage: "Как на этом устройстве",
    sample: (amount, date) => `Например, ${amount}, ${date}`,
  },
  accounts: {
    title: "Ваши счета",
    hint: "Где ваши деньги и сколько там сегодня.",
    cash: "Наличные",
    card: "Карта",
    new: "Новый счёт",
    name: "Название",
    type: "Вид",
    balance: "Остаток сегодня",
    add: "Ещё один счёт",
  },
  categories: {
    title: "На что вы тратите",
    hint: "Отметьте подходящее. Запись обходится и без категории, а новые можно завести когда угодно.",
  },
};
