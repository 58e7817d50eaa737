import { expect, it } from "vitest";
import type { App } from "./support/app.ts";
import { type Ledger, Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

const PAYEES = ["Groceries Müller", "Lidl", "Café Ström", "Shell", null];
const NOTES = [null, "weekly groceries", "50% off, 100_000", "ключи от дачи"];
const TAGS = [[], ["trip"], ["Trip", "sun"], ["work"]];

/** What somebody types, the server's filters that say the same, and those of what is to be left out. */
const SEARCHES: readonly [text: string, filters: Readonly<Record<string, string>>, without?: Record<string, string>][] =
  [
    ["4.37", { q: "4.37", orSize: "437" }],
    [
      "groceries amount:>20 after:2026-10-01 -tag:trip",
      { q: "groceries", from: "2026-10-01", size: "2001" },
      { tag: "trip" },
    ],
    ["muller", { q: "muller" }],
    ["ДАЧИ", { q: "дачи" }],
    ["50%", { q: "50%" }],
    ["100_", { q: "100_" }],
    ["#trip amount:-30..-10", { tag: "trip", minAmount: "-3000", maxAmount: "-1000" }],
    ["category:none type:expense", { categoryId: "none", type: "expense" }],
    ["in:Card before:2026-10-01", { accountId: "Card", to: "2026-09-30" }],
    ["type:transfer on:2026-11", { type: "transfer", from: "2026-11-01", to: "2026-11-30" }],
    ["status:pending payee:lidl", { status: "pending", payee: "Lidl" }],
    ["type:split category:Household", { type: "split", categoryId: "Household" }],
  ];

it("what is typed finds the entries that the server finds by the same filters", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  await fill(anna, ledger);
  const app = await stage.device();
  await anna.enter(app);
  await app.tap("go-entries");
  for (const [text, filters, without] of SEARCHES) {
    const expected = await idsBy(anna, ledger, filters, without);
    expect(expected.length, text).toBeGreaterThan(0);
    await app.action("search").fill(text);
    await expect.poll(() => idsIn(app), { timeout: 20_000, message: text }).toEqual(expected);
  }
});

/** All kinds of entries of three months, in no order. */
async function fill(anna: Person, ledger: Ledger): Promise<void> {
  const [cash = "", card = ""] = [ledger.accounts.get("Cash"), ledger.accounts.get("Card")];
  const [groceries, household] = [await ledger.category("Groceries"), await ledger.category("Household")];
  const transactions = Array.from({ length: 120 }, (_, n) => {
    const amount = n % 9 === 0 ? 2500 + n : -(300 + ((n * 137) % 4000));
    const payee = PAYEES[n % PAYEES.length];
    const note = NOTES[n % NOTES.length];
    const shape =
      n % 10 === 3
        ? { transfer: { accountId: n % 2 === 0 ? card : cash, amount: Math.abs(amount) } }
        : n % 10 === 4 && amount < 0
          ? {
              splits: [
                { amount: amount + 100, categoryId: groceries },
                { amount: -100, categoryId: household },
              ],
            }
          : n % 3 === 0
            ? {}
            : { categoryId: n % 2 === 0 ? groceries : household };
    return {
      accountId: n % 2 === 0 ? cash : card,
      date: `2026-${["09", "10", "11"][n % 3]}-${String(1 + ((n * 7) % 27)).padStart(2, "0")}`,
      amount: "transfer" in shape ? -Math.abs(amount) : amount,
      status: n % 4 === 0 ? "pending" : "cleared",
      tags: [...(TAGS[(n >> 1) % TAGS.length] ?? [])],
      ...(payee ? { payee } : {}),
      ...(note ? { note } : {}),
      ...shape,
    };
  });
  await anna.post(`${ledger.path}/transactions/batch`, { transactions });
}

/** Sorted ids of what the server finds; `size` is of amounts either way, which takes two requests, and `orSize` those of an amount besides. */
async function idsBy(
  anna: Person,
  ledger: Ledger,
  { size, orSize, ...filters }: Readonly<Record<string, string>>,
  without?: Readonly<Record<string, string>>,
): Promise<string[]> {
  const ask = async (given: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams({ limit: "200", ...given });
    const account = ledger.accounts.get(given.accountId ?? "");
    if (account) query.set("accountId", account);
    if (given.categoryId && given.categoryId !== "none")
      query.set("categoryId", await ledger.category(given.categoryId));
    const { items } = await anna.get<{ items: { id: string }[] }>(`${ledger.path}/transactions?${query}`);
    return items.map(({ id }) => id);
  };
  if (orSize !== undefined) {
    const bySize = [orSize, `-${orSize}`].map((amount) => ask({ minAmount: amount, maxAmount: amount }));
    return [...new Set((await Promise.all([ask(filters), ...bySize])).flat())].sort();
  }
  const found =
    size === undefined
      ? await ask(filters)
      : [...(await ask({ ...filters, minAmount: size })), ...(await ask({ ...filters, maxAmount: `-${size}` }))];
  const excluded = new Set(without ? await ask(without) : []);
  return found.filter((id) => !excluded.has(id)).sort();
}

/** Sorted ids of all that the list has, also of what is too far down to be drawn. */
async function idsIn(app: App): Promise<string[]> {
  const list = app.screen("entries");
  const ids = new Set<string>();
  for (let before = -1; ids.size !== before; ) {
    before = ids.size;
    const rows = list.locator("[data-entry]");
    for (const id of await rows.evaluateAll((all) => all.map((one) => one.getAttribute("data-entry") ?? "")))
      ids.add(id);
    await app.page.evaluate(() => scrollBy(0, innerHeight));
    await app.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }
  await app.page.evaluate(() => scrollTo(0, 0));
  return [...ids].sort();
}
