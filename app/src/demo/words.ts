/** The languages that the example is told in. */
export type Told = "en" | "ru";
type Words = Readonly<Record<Told, string>>;

export interface DemoCategory {
  readonly kind: "expense" | "income";
  readonly icon: string;
  readonly color: string;
  readonly name: Words;
  readonly group: Words;
}

const HOME = { en: "Housing", ru: "Жильё" };
const FOOD = { en: "Food", ru: "Еда" };
const LIFE = { en: "Everyday life", ru: "Повседневное" };
const FUN = { en: "Leisure", ru: "Досуг" };
const INCOME = { en: "Income", ru: "Доходы" };

export const CATEGORIES = {
  groceries: expense("shopping-cart", "#43a047", "Groceries", "Продукты", FOOD),
  restaurants: expense("restaurant", "#43a047", "Restaurants and cafes", "Рестораны и кафе", FOOD),
  rent: expense("home", "#8d6e63", "Rent", "Аренда", HOME),
  utilities: expense("bolt", "#8d6e63", "Utilities", "Коммунальные услуги", HOME),
  phone: expense("wifi", "#8d6e63", "Internet and phone", "Интернет и связь", HOME),
  transport: expense("bus", "#1e88e5", "Transport", "Транспорт", LIFE),
  health: expense("doctor", "#e53935", "Health", "Здоровье", LIFE),
  clothes: expense("shirt", "#8e24aa", "Clothes", "Одежда", LIFE),
  entertainment: expense("movie", "#00acc1", "Entertainment", "Развлечения", FUN),
  subscriptions: expense("subscriptions", "#00acc1", "Subscriptions", "Подписки", FUN),
  salary: { kind: "income", icon: "work", color: "#2e7d32", name: { en: "Salary", ru: "Зарплата" }, group: INCOME },
} as const satisfies Readonly<Record<string, DemoCategory>>;

export type CategoryKey = keyof typeof CATEGORIES;

export const ACCOUNTS = {
  checking: { type: "checking", name: { en: "Checking account", ru: "Текущий счёт" }, opening: 248_000 },
  card: { type: "creditCard", name: { en: "Credit card", ru: "Кредитная карта" }, opening: -31_200 },
  savings: { type: "savings", name: { en: "Savings", ru: "Накопления" }, opening: 640_000 },
  cash: { type: "cash", name: { en: "Cash", ru: "Наличные" }, opening: 9_000 },
} as const;

export type AccountKey = keyof typeof ACCOUNTS;

/** Made up, so that nobody's shop is meant. */
export const PAYEES = {
  groceries: [
    { en: "Corner Market", ru: "Магазин у дома" },
    { en: "Green Basket", ru: "Зелёная корзина" },
    { en: "Saturday Market", ru: "Субботний рынок" },
  ],
  restaurants: [
    { en: "Café Linden", ru: "Кафе «Липа»" },
    { en: "Noodle House", ru: "Лапшичная" },
    { en: "Old Oven Bakery", ru: "Пекарня «Старая печь»" },
  ],
  transport: [{ en: "City Transport", ru: "Городской транспорт" }],
  health: [{ en: "Pharmacy at the Park", ru: "Аптека у парка" }],
  clothes: [{ en: "Thread & Button", ru: "Нитка и пуговица" }],
  entertainment: [
    { en: "Arcade Cinema", ru: "Кинотеатр «Аркада»" },
    { en: "City Theatre", ru: "Городской театр" },
  ],
  rent: [{ en: "Landlord", ru: "Арендодатель" }],
  utilities: [{ en: "City Power & Water", ru: "Городские сети" }],
  phone: [{ en: "Northline Telecom", ru: "Связь-Север" }],
  subscriptions: [{ en: "Streaming", ru: "Онлайн-кинотеатр" }],
  salary: [{ en: "Employer", ru: "Работодатель" }],
} as const satisfies Readonly<Record<CategoryKey, readonly Words[]>>;

function expense(icon: string, color: string, en: string, ru: string, group: Words): DemoCategory {
  return { kind: "expense", icon, color, name: { en, ru }, group };
}
