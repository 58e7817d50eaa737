import type { Language } from "../state/settings.ts";

export interface Starter {
  readonly key: string;
  readonly kind: "expense" | "income";
  readonly icon: string;
  readonly color: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly group: Readonly<Record<Language, string>>;
  readonly isChosen: boolean;
}

const HOUSING = { en: "Housing", ru: "Жильё" };
const FOOD = { en: "Food", ru: "Еда" };
const LIFE = { en: "Everyday life", ru: "Повседневное" };
const LEISURE = { en: "Leisure", ru: "Досуг" };
const INCOME = { en: "Income", ru: "Доходы" };

/** Offered to a new ledger; each can be renamed, and others made, at any time. */
export const STARTERS: readonly Starter[] = [
  expense("groceries", "shopping-cart", "#43a047", "Groceries", "Продукты", FOOD),
  expense("restaurants", "restaurant", "#43a047", "Restaurants and cafes", "Рестораны и кафе", FOOD),
  expense("rent", "home", "#8d6e63", "Rent or mortgage", "Аренда или ипотека", HOUSING),
  expense("utilities", "bolt", "#8d6e63", "Utilities", "Коммунальные услуги", HOUSING),
  expense("household", "chair", "#8d6e63", "Household", "Дом и быт", HOUSING),
  expense("transport", "bus", "#1e88e5", "Transport", "Транспорт", LIFE),
  expense("health", "doctor", "#e53935", "Health", "Здоровье", LIFE),
  expense("clothes", "shirt", "#8e24aa", "Clothes", "Одежда", LIFE),
  expense("entertainment", "movie", "#00acc1", "Entertainment", "Развлечения", LEISURE),
  income("salary", "work", "#2e7d32", "Salary", "Зарплата"),
  expense("phone", "wifi", "#8d6e63", "Internet and phone", "Интернет и связь", HOUSING, false),
  expense("car", "car", "#1e88e5", "Car", "Машина", LIFE, false),
  expense("children", "child", "#fb8c00", "Children", "Дети", LIFE, false),
  expense("pets", "pets", "#fb8c00", "Pets", "Питомцы", LIFE, false),
  expense("subscriptions", "subscriptions", "#00acc1", "Subscriptions", "Подписки", LEISURE, false),
  expense("travel", "plane", "#00acc1", "Travel", "Путешествия", LEISURE, false),
  expense("gifts", "gift", "#fb8c00", "Gifts", "Подарки", LEISURE, false),
  income("other", "add", "#7cb342", "Other income", "Прочие доходы", false),
];

function expense(
  key: string,
  icon: string,
  color: string,
  en: string,
  ru: string,
  group: Starter["group"],
  isChosen = true,
): Starter {
  return { key, kind: "expense", icon, color, name: { en, ru }, group, isChosen };
}

function income(key: string, icon: string, color: string, en: string, ru: string, isChosen = true): Starter {
  return { key, kind: "income", icon, color, name: { en, ru }, group: INCOME, isChosen };
}
