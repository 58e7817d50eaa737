import type { Command, Day, JsonObject } from "../replica/index.ts";
import { dayInMonth, dayOf, numberOf, partsOf } from "../replica/money/dates.ts";
import { ACCOUNTS, type AccountKey, CATEGORIES, type CategoryKey, PAYEES, type Told } from "./words.ts";

export interface DemoOptions {
  readonly today: Day;
  readonly language: Told;
  readonly currency: string;
  /** How many minor units stand for one of the euro's cents, so that amounts are plausible in other currencies. */
  readonly scale: number;
  readonly newId: () => string;
}

const MONTHS = 6;

/** What comes every month: on which day, what, and how much of euro cents, more or less. */
const MONTHLY: readonly [day: number, category: CategoryKey, account: AccountKey, cents: number, more: number][] = [
  [1, "rent", "checking", 85_000, 0],
  [3, "phone", "checking", 3_990, 0],
  [5, "utilities", "checking", 14_200, 1_800],
  [8, "subscriptions", "card", 1_299, 0],
  [12, "clothes", "card", 5_900, 4_000],
  [16, "health", "card", 2_150, 1_400],
  [27, "salary", "checking", 291_500, 0],
];

/** What comes by weekday, 0 being Monday. */
const WEEKLY: readonly [weekday: number, category: CategoryKey, account: AccountKey, cents: number, more: number][] = [
  [0, "transport", "card", 1_450, 350],
  [1, "groceries", "card", 3_800, 1_900],
  [3, "restaurants", "cash", 900, 700],
  [4, "groceries", "card", 5_400, 2_600],
  [5, "restaurants", "card", 2_900, 1_800],
  [5, "entertainment", "card", 1_600, 1_400],
];

/** Half a year of a made-up household, up to today: the same whenever it is made on a day, but for its ids. */
export function demoHousehold({ today, language, currency, scale, newId }: DemoOptions): Command[] {
  const until = numberOf(today);
  const { year, month } = partsOf(until);
  const last = year * 12 + month - 1;
  const from = dayInMonth(last - MONTHS + 1, 1) ?? until;
  const random = seeded(20_261_129);
  const accounts = idsFor(ACCOUNTS, newId);
  const categories = idsFor(CATEGORIES, newId);
  const entries: { on: number; data: JsonObject }[] = [];
  const amountOf = (cents: number, more: number) => Math.round((cents + (random() * 2 - 1) * more) * scale);

  const add = (on: number, category: CategoryKey, account: AccountKey, amount: number) => {
    const payees: readonly Readonly<Record<Told, string>>[] = PAYEES[category];
    const payee = payees[Math.floor(random() * payees.length)]?.[language] ?? "";
    const signed = CATEGORIES[category].kind === "income" ? amount : -amount;
    const data = {
      accountId: accounts[account],
      date: dayOf(on),
      amount: signed,
      payee,
      categoryId: categories[category],
    };
    entries.push({ on, data });
  };
  const move = (on: number, account: AccountKey, to: AccountKey, amount: number) => {
    const transfer = { accountId: accounts[to], amount };
    entries.push({ on, data: { accountId: accounts[account], date: dayOf(on), amount: -amount, transfer } });
  };

  for (let ordinal = last - MONTHS + 1; ordinal <= last; ordinal++) {
    for (const [day, category, account, cents, more] of MONTHLY)
      add(dayInMonth(ordinal, day) ?? until, category, account, amountOf(cents, more));
    move(dayInMonth(ordinal, 2) ?? until, "checking", "cash", amountOf(8_000, 0));
    move(dayInMonth(ordinal, 20) ?? until, "checking", "card", amountOf(72_000, 4_000));
    move(dayInMonth(ordinal, 28) ?? until, "checking", "savings", amountOf(40_000, 0));
  }
  for (let on = from; on <= until; on++) {
    for (const [weekday, category, account, cents, more] of WEEKLY)
      if (weekdayOf(on) === weekday) add(on, category, account, amountOf(cents, more));
  }
  const past = entries.filter(({ on }) => on <= until).sort((left, right) => left.on - right.on);
  const start = dayOf(from);
  return [
    ...Object.entries(ACCOUNTS).map(([key, { type, name, opening }]) =>
      creation("account.open", accounts[key as AccountKey], {
        name: name[language],
        type,
        currency,
        openingBalance: Math.round(opening * scale),
        openedOn: start,
      }),
    ),
    ...Object.entries(CATEGORIES).map(([key, { name, group, ...look }], position) =>
      creation("category.create", categories[key as CategoryKey], {
        ...look,
        name: name[language],
        group: group[language],
        position,
      }),
    ),
    ...budgets(start, { language, currency, scale, newId }, categories),
    ...past.map(({ data }) => creation("transaction.record", newId(), data)),
  ];
}

function budgets(
  startsOn: Day,
  { language, currency, scale, newId }: Omit<DemoOptions, "today">,
  categories: Readonly<Record<CategoryKey, string>>,
): Command[] {
  const planned: readonly [name: Readonly<Record<Told, string>>, cents: number, of: readonly CategoryKey[]][] = [
    [CATEGORIES.groceries.name, 42_000, ["groceries"]],
    [CATEGORIES.restaurants.name, 16_000, ["restaurants"]],
    [CATEGORIES.transport.name, 7_000, ["transport"]],
    [{ en: "Leisure and clothes", ru: "Досуг и одежда" }, 18_000, ["entertainment", "subscriptions", "clothes"]],
  ];
  return planned.map(([name, cents, of]) =>
    creation("budget.create", newId(), {
      name: name[language],
      amount: Math.round(cents * scale),
      currency,
      period: "month",
      startsOn,
      categoryIds: of.map((key) => categories[key]),
    }),
  );
}

function creation(type: Command["type"], entityId: string, data: JsonObject): Command {
  return { type, entityId, data };
}

function idsFor<K extends string>(all: Readonly<Record<K, unknown>>, newId: () => string): Record<K, string> {
  return Object.fromEntries(Object.keys(all).map((key) => [key, newId()])) as Record<K, string>;
}

/** 0 is Monday. */
function weekdayOf(on: number): number {
  return (new Date(`${dayOf(on)}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The same numbers at every run: a linear congruential generator is random enough for prices. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
