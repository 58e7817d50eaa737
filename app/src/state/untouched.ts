import { STARTERS } from "../categories/starters.ts";
import { type Answer, type JsonObject, ledgersOf, type OutboxRow, type Session } from "../replica/index.ts";
import type { KnownLedger, KnownUser } from "./device.ts";
import { openLedger } from "./ledgers.ts";
import { onlyHere } from "./left-behind.ts";

/** What the first steps call them in each language: the device may have spoken another one then. */
export const PREPARED = {
  ledger: ["Household", "Семья"],
  cash: ["Cash", "Наличные"],
  checking: ["Card", "Карта"],
} as const;

/**
 * The ledgers of nobody that have nothing of anybody's own in them, where who signs in has others on the server. Where any of this cannot
 * be told, a ledger has.
 */
export async function untouchedOf(nobody: KnownUser, session: Session): Promise<readonly KnownLedger[]> {
  const there: Answer<readonly unknown[]> = await ledgersOf(session);
  if (!there.ok || there.value.length === 0) return [];
  const found: KnownLedger[] = [];
  for (const ledger of nobody.ledgers) {
    const { files, typed, filters } = await onlyHere({ ...nobody, ledgers: [ledger] });
    if (files + typed + filters > 0) continue;
    const { replica } = await openLedger(ledger, nobody.id);
    const [given, issues] = [await replica.pending(), await replica.issues()];
    if (issues.length === 0 && isUntouched(ledger, given)) found.push(ledger);
  }
  return found;
}

/**
 * Nothing was done but what the first steps do by themselves: a ledger of their name with accounts of theirs, in which there is nothing, and
 * with categories of theirs, all or some of them. A name, an account, a balance, a category or an entry of one's own makes it one's own.
 */
export function isUntouched({ begunAs, name, savedAs }: KnownLedger, given: readonly OutboxRow[]): boolean {
  if (begunAs === undefined || savedAs !== undefined || name !== begunAs) return false;
  if (!has(PREPARED.ledger, name)) return false;
  return given.every(({ operation: { type, data = {} } }) => {
    if (type === "account.open") return isPrepared(data);
    return type === "category.create" && isStarter(data);
  });
}

function isPrepared({ name, type, openingBalance }: JsonObject): boolean {
  return openingBalance === 0 && (type === "cash" || type === "checking") && has(PREPARED[type], name);
}

function isStarter({ name, kind }: JsonObject): boolean {
  return STARTERS.some((starter) => starter.kind === kind && has(Object.values(starter.name), name));
}

function has(names: readonly string[], name: unknown): boolean {
  return names.some((one) => one === name);
}
