import type { Command, Day } from "../replica/index.ts";
import type { JsonObject } from "../replica/json.ts";
import { dayOf, numberOf } from "../replica/money/dates.ts";
import { type Desk, Misuse } from "./desk.ts";

export interface EntryOptions {
  readonly category?: string | undefined;
  readonly payee?: string | undefined;
  readonly note?: string | undefined;
  readonly date?: string | undefined;
  readonly to?: string | undefined;
  readonly tag?: string[] | undefined;
}

/** add AMOUNT ACCOUNT: money out is negative. */
export async function added(desk: Desk, amount: string, account: string, options: EntryOptions): Promise<Command> {
  const { id, currency } = await desk.named("account", account);
  const minor = desk.minor(amount, currency);
  const to = options.to === undefined ? null : await desk.named("account", options.to);
  if (to && to.currency !== currency)
    throw new Misuse("A transfer to another currency needs both amounts; this program takes one.");
  const data: JsonObject = {
    accountId: id,
    date: options.date === undefined ? desk.today : dayFrom(options.date),
    amount: minor,
    ...(await fields(desk, options)),
    ...(to ? { transfer: { accountId: to.id, amount: -minor } } : {}),
  };
  return { type: "transaction.record", data };
}

/** edit ID --amount ... --category ...: what is given, and nothing else. */
export async function edited(
  desk: Desk,
  word: string,
  options: EntryOptions & { amount?: string | undefined },
): Promise<Command> {
  const entry = await desk.transaction(word);
  const { currency } = await desk.named("account", entry.accountId);
  const data: JsonObject = {
    ...(options.amount === undefined ? {} : { amount: desk.minor(options.amount, currency) }),
    ...(options.date === undefined ? {} : { date: dayFrom(options.date) }),
    ...(await fields(desk, options)),
  };
  if (Object.keys(data).length === 0) throw new Misuse("Say what to change, such as --amount -12.50 or --note text.");
  return { type: "transaction.revise", entityId: entry.id, data };
}

function dayFrom(text: string): Day {
  try {
    return dayOf(numberOf(text));
  } catch {
    throw new Misuse(`${text || "Nothing"} is no calendar date, such as 2026-06-15.`);
  }
}

/** An empty text takes a field away. */
async function fields(desk: Desk, { category, payee, note, tag }: EntryOptions): Promise<JsonObject> {
  return {
    ...(category === undefined
      ? {}
      : { categoryId: category === "" ? null : (await desk.named("category", category)).id }),
    ...(payee === undefined ? {} : { payee: payee || null }),
    ...(note === undefined ? {} : { note: note || null }),
    ...(tag === undefined ? {} : { tags: tag }),
  };
}
