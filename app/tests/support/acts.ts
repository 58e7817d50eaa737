import fc from "fast-check";
import type { Kind } from "../../src/replica/entities.ts";
import type { JsonObject } from "../../src/replica/json.ts";
import type { OperationType } from "../../src/replica/outbox/operation.ts";
import type { Replica } from "../../src/replica/replica.ts";
import type { Fault } from "./network.ts";
import type { Role } from "./reference-outcomes.ts";

const fault = fc.constantFrom<Fault>("none", "none", "lost", "answer lost", "twice");
const small = fc.nat({ max: 5 });
const edit = fc.record({
  // Every type that the server offers.
  what: fc.constantFrom<OperationType>(
    ...([
      "transaction.record",
      "transaction.record",
      "transaction.record",
      "transaction.revise",
      "transaction.revise",
    ] as const),
    ...([
      "transaction.delete",
      "transaction.restore",
      "account.open",
      "account.revise",
      "account.close",
      "account.reopen",
      "account.delete",
    ] as const),
    ...([
      "category.create",
      "category.revise",
      "category.delete",
      "category.merge",
      "budget.create",
      "budget.revise",
    ] as const),
    ...(["budget.delete", "ledger.revise"] as const),
  ),
  /** Which entity, and which values; what does not fit is taken modulo. */
  which: small,
  value: small,
  field: fc.nat({ max: 7 }),
});

export const acts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ device: small, kind: fc.constant("edit" as const), edit }) },
    {
      weight: 3,
      arbitrary: fc.record({
        device: small,
        kind: fc.constant("sync" as const),
        faults: fc.array(fault, { maxLength: 4 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        device: small,
        kind: fc.constant("crash" as const),
        writes: small,
        faults: fc.array(fault, { maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ device: small, kind: fc.constant("crashing edit" as const), edit }) },
    {
      weight: 2,
      arbitrary: fc.record({
        device: small,
        kind: fc.constant("edit while syncing" as const),
        edit,
        faults: fc.array(fault, { maxLength: 2 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        device: small,
        kind: fc.constant("sync together" as const),
        faults: fc.array(fault, { maxLength: 2 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        device: small,
        kind: fc.constant("share" as const),
        role: fc.constantFrom<Role | null>("owner", "editor", "editor", "viewer", null),
      }),
    },
    // Only of a server whose backups are at hand.
    {
      weight: 1,
      arbitrary: fc.record({ device: small, kind: fc.constantFrom("backup" as const, "restore" as const) }),
    },
  ),
  { minLength: 1, maxLength: 40, size: "max" },
);

type Values<T> = T extends fc.Arbitrary<infer U> ? U : never;
export type Act = Values<typeof acts>[number];
export type Edit = Values<typeof edit>;

/** Whose user edits. */
export interface Editor {
  readonly replica: Replica;
  /** What they deleted, whatever became of it. */
  readonly deleted: string[];
}

/** What all begin with. */
export async function begin({ replica }: Editor, today: string): Promise<void> {
  const record = (data: JsonObject) => replica.perform({ type: "transaction.record", data }, today);
  const open = (name: string) =>
    replica.perform(
      { type: "account.open", data: { name, type: "cash", currency: "EUR", openedOn: "2026-01-01" } },
      today,
    );
  const create = (name: string) =>
    replica.perform({ type: "category.create", data: { name, group: "All", kind: "expense" } }, today);
  const [cash, bank] = [await open("Cash"), await open("Bank")].map((row) => row.operation.entityId) as [
    string,
    string,
  ];
  const [food, fun] = [await create("Food"), await create("Fun")].map((row) => row.operation.entityId) as [
    string,
    string,
  ];
  await record({ accountId: cash, date: "2026-05-05", amount: -500, categoryId: food, tags: ["all"] });
  await record({ accountId: bank, date: "2026-05-06", amount: -700, categoryId: fun, note: "Cinema" });
  await record({ accountId: bank, date: "2026-05-07", amount: -900, transfer: { accountId: cash, amount: 900 } });
}

export async function performEdit(device: Editor, { what, which, value, field }: Edit, today: string): Promise<void> {
  const { replica } = device;
  const pick = async <K extends Kind>(kind: K, place: number) => {
    const all = await replica.all(kind);
    return all[place % Math.max(1, all.length)];
  };
  const id = async (kind: Kind, place: number) => (await pick(kind, place))?.id;
  const [account, other, category] = [
    await id("account", value),
    await id("account", value + 1),
    await id("category", value),
  ];
  const day = `2026-0${1 + (value % 6)}-1${field}`;
  const creations: Partial<Record<OperationType, JsonObject | null>> = {
    "account.open": {
      name: `Account ${value}`,
      type: "checking",
      currency: "EUR",
      openingBalance: 100 * value,
      openedOn: "2026-03-01",
    },
    "category.create": { name: `Category ${value}`, group: "All", kind: "expense" },
    "budget.create": {
      name: `Budget ${value}`,
      amount: 1000,
      currency: "EUR",
      period: "month",
      startsOn: "2026-01-31",
      categoryIds: [],
      accountIds: [],
      rollover: "both",
      thresholds: [80],
    },
    "transaction.record": account ? entry(account, other, category, day, field) : null,
  };
  if (what in creations) {
    const data = creations[what];
    if (data) await replica.perform({ type: what, data }, today);
    return;
  }
  const kind = what.slice(0, what.indexOf(".")) as Kind;
  const entity = what === "transaction.restore" ? undefined : await pick(kind, which);
  const entityId =
    what === "transaction.restore" ? device.deleted[which % Math.max(1, device.deleted.length)] : entity?.id;
  if (!entityId) return;
  if (what === "transaction.delete") device.deleted.push(entityId);
  const into = what === "category.merge" ? await id("category", which + 1) : undefined;
  if (what === "category.merge" && (!into || into === entityId)) return;
  const data = into ? { into } : what.endsWith(".revise") ? patchOf(kind, value, field, account, category) : undefined;
  await replica.perform({ type: what, entityId, ...(data ? { data } : {}) }, today);
}

function entry(
  accountId: string,
  other: string | undefined,
  categoryId: string | undefined,
  date: string,
  field: number,
): JsonObject {
  const amount = -100 - field;
  if (field === 0 && other && other !== accountId)
    return { accountId, date, amount, transfer: { accountId: other, amount: -amount } };
  if (field === 1)
    return {
      accountId,
      date,
      amount,
      splits: [{ amount: -100, ...(categoryId ? { categoryId } : {}) }, { amount: -1 }],
    };
  return {
    accountId,
    date,
    amount,
    status: field === 2 ? "pending" : "cleared",
    tags: [`tag ${field}`],
    ...(categoryId ? { categoryId } : {}),
  };
}

function patchOf(
  kind: Kind,
  value: number,
  field: number,
  account: string | undefined,
  category: string | undefined,
): JsonObject {
  const patches: Partial<Record<Kind, JsonObject[]>> = {
    ledger: [{ name: `Ledger ${value}` }, { largeTransactionFrom: 1000 * (value + 1) }],
    account: [{ name: `Account ${value}` }, { openingBalance: 7 * value }, { note: `Note ${value}` }, { note: null }],
    category: [{ name: `Category ${value}` }, { color: `#00000${value}` }, { icon: null }],
    budget: [
      { amount: 500 * value },
      { amount: 900 * value, onlyPeriod: true },
      { rollover: "none" },
      { name: `Budget ${value}` },
    ],
    transaction: [
      { note: `Note ${value}` },
      { payee: `Payee ${value}` },
      { date: `2026-05-1${value}` },
      { amount: -40 * (value + 1) },
      { splits: [{ amount: -60, categoryId: category ?? null }, { amount: -40 }], amount: -100 },
      { tags: [`tag ${value}`, "all"] },
      category ? { categoryId: category } : { categoryId: null },
      account ? { accountId: account, status: "pending" } : { status: "cleared" },
    ],
  };
  const own = patches[kind] ?? [];
  return own[field % Math.max(1, own.length)] ?? {};
}
