import { type Line, sidesOf } from "../replica/index.ts";

/** Two entries that are one: the same thing recorded twice, or what left one account and what came into another. */
export interface Joining {
  readonly as: "entry" | "transfer";
  /** Which of the two can be the one that stays, the better first. */
  readonly keepers: readonly Line[];
}

/** Why two entries cannot become one, by the server's own rules. */
export type Apart = "amounts" | "signs" | "parts" | "closed" | "sent";

export interface JoinFacts {
  readonly accounts: ReadonlyMap<string, { readonly currency: string; readonly closed: boolean }>;
  /** Those of which something waits to be sent. */
  readonly unsent: ReadonlySet<string>;
}

export function joiningOf(first: Line, second: Line, { accounts, unsent }: JoinFacts): Joining | Apart {
  if (unsent.has(first.id) || unsent.has(second.id)) return "sent";
  const sides = [...sidesOf(first), ...sidesOf(second)];
  if (sides.some(({ accountId }) => accounts.get(accountId)?.closed)) return "closed";
  if (first.accountId !== second.accountId && isPlain(first) && isPlain(second))
    return asTransfer(first, second, accounts);
  const keepers = [...(hasSidesOf(first, second) ? [first] : []), ...(hasSidesOf(second, first) ? [second] : [])].sort(
    better,
  );
  if (keepers.length > 0) return { as: "entry", keepers };
  return isSplit(first) || isSplit(second) ? "parts" : "amounts";
}

function asTransfer(first: Line, second: Line, accounts: JoinFacts["accounts"]): Joining | Apart {
  if (first.amount > 0 === second.amount > 0) return "signs";
  const isOneCurrency = accounts.get(first.accountId)?.currency === accounts.get(second.accountId)?.currency;
  if (isOneCurrency && first.amount !== -second.amount) return "amounts";
  return { as: "transfer", keepers: first.amount < 0 ? [first, second] : [second, first] };
}

/** Whether every account and amount of the other is in it, too, each once. */
function hasSidesOf(line: Line, other: Line): boolean {
  const left = sidesOf(line).map(({ accountId, amount }) => `${accountId} ${amount}`);
  return sidesOf(other).every(({ accountId, amount }) => {
    const place = left.indexOf(`${accountId} ${amount}`);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}

/** What a statement or more words stand for stays; else what was recorded first. */
function better(left: Line, right: Line): number {
  return worth(right) - worth(left) || (left.order < right.order ? -1 : 1);
}

function worth({ status, categoryId, splits, transfer }: Line): number {
  return (status === "reconciled" ? 2 : 0) + (categoryId || splits.length > 0 || transfer ? 1 : 0);
}

function isPlain({ transfer, splits }: Line): boolean {
  return !transfer && splits.length === 0;
}

function isSplit({ splits }: Line): boolean {
  return splits.length > 0;
}
