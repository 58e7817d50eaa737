/** An entry up to the statement's day that no statement agreed with yet, as far as it moved the account. */
export interface Item {
  readonly id: string;
  readonly date: string;
  readonly amount: bigint;
  readonly payee: string;
  /** Counted as on the statement. */
  readonly isTicked: boolean;
}

export interface Compared {
  /** What is reconciled, with the ticked entries. */
  readonly cleared: bigint;
  /** The statement's balance less that: nothing is left where they agree. */
  readonly difference: bigint;
}

export function compared(statement: bigint, settled: bigint, items: readonly Item[]): Compared {
  const cleared = items.reduce((sum, { isTicked, amount }) => (isTicked ? sum + amount : sum), settled);
  return { cleared, difference: statement - cleared };
}

export type Suggestion =
  /** Ticking these closes the difference. */
  | { readonly kind: "tick"; readonly ids: readonly string[] }
  /** This one is not on the statement. */
  | { readonly kind: "untick"; readonly ids: readonly [string] }
  /** Two that look the same: one of them may be there twice. */
  | { readonly kind: "twin"; readonly ids: readonly [string, string] }
  /** Its sign is wrong: it makes twice its amount. */
  | { readonly kind: "sign"; readonly ids: readonly [string] }
  /** With two digits of it swapped there is no difference. */
  | { readonly kind: "swapped"; readonly ids: readonly [string]; readonly amount: bigint }
  /** The difference can be divided by nine, as that of two swapped digits always can. */
  | { readonly kind: "nine"; readonly ids: readonly [] };

const MOST = 5;
const TWIN_DAYS = 3;

/** Where the difference may come from, the likeliest first. Nothing of it is done by itself. */
export function suggestions(items: readonly Item[], difference: bigint): Suggestion[] {
  if (difference === 0n) return [];
  const ticked = items.filter(({ isTicked }) => isTicked);
  const open = items.filter(({ isTicked }) => !isTicked);
  const subset = subsetOf(open, difference);
  const twins = twinsOf(ticked, -difference);
  const isTwin = (id: string) => twins.some(({ ids }) => ids.includes(id));
  const found: Suggestion[] = [
    ...(subset ? [{ kind: "tick", ids: subset } as const] : []),
    ...twins,
    ...ticked
      .filter(({ id, amount }) => amount === -difference && !isTwin(id))
      .map(({ id }) => ({ kind: "untick", ids: [id] }) as const),
    ...ticked
      .filter(({ amount }) => amount * -2n === difference)
      .map(({ id }) => ({ kind: "sign", ids: [id] }) as const),
    ...ticked.flatMap((item) => swapsOf(item, difference)),
  ];
  const isNine = difference % 9n === 0n && !found.some(({ kind }) => kind === "swapped");
  return [...found.slice(0, MOST), ...(isNine && found.length === 0 ? [{ kind: "nine", ids: [] } as const] : [])];
}

/** Ticked entries of an amount that are days apart at most, and do not name different payees. */
function twinsOf(items: readonly Item[], amount: bigint): Extract<Suggestion, { kind: "twin" }>[] {
  const same = items.filter((item) => item.amount === amount);
  return same.flatMap((one, place) => {
    const other = same.slice(place + 1).find((next) => isNear(one, next) && isSamePayee(one, next));
    return other ? [{ kind: "twin", ids: [one.id, other.id] } as const] : [];
  });
}

function isNear(one: Item, other: Item): boolean {
  return Math.abs(Date.parse(one.date) - Date.parse(other.date)) <= TWIN_DAYS * 86_400_000;
}

function isSamePayee(one: Item, other: Item): boolean {
  const [left, right] = [one.payee, other.payee].map((payee) => payee.trim().toLowerCase());
  return left === "" || right === "" || left === right;
}

/** Two neighbouring digits the other way round, where that is just what is missing. */
function swapsOf({ id, amount }: Item, difference: bigint): Extract<Suggestion, { kind: "swapped" }>[] {
  if (difference % 9n !== 0n) return [];
  const digits = String(amount < 0n ? -amount : amount);
  for (let place = 0; place + 1 < digits.length; place++) {
    const swapped = digits.slice(0, place) + digits[place + 1] + digits[place] + digits.slice(place + 2);
    const right = amount < 0n ? -BigInt(swapped) : BigInt(swapped);
    if (right - amount === difference) return [{ kind: "swapped", ids: [id], amount: right }];
  }
  return [];
}

/** Of how many entries sets are looked for: of these all sets of up to four, and all that leave out up to four. */
const CANDIDATES = 60;

/** A set of entries that together are the difference, with as few as there can be; or all of them but a few. */
export function subsetOf(items: readonly Item[], difference: bigint): string[] | null {
  const known = items.slice(0, CANDIDATES).filter(({ amount }) => amount !== 0n);
  const few = upToFour(known, difference);
  if (few) return few.map(({ id }) => id);
  const rest = known.reduce((sum, { amount }) => sum + amount, 0n) - difference;
  const left = rest === 0n ? [] : upToFour(known, rest);
  if (!left || left.length === known.length) return null;
  return known.filter((item) => !left.includes(item)).map(({ id }) => id);
}

function upToFour(items: readonly Item[], sum: bigint): Item[] | null {
  const one = items.find(({ amount }) => amount === sum);
  if (one) return [one];
  const pairs = new Map<bigint, [Item, Item][]>();
  for (const [place, left] of items.entries()) {
    for (const right of items.slice(place + 1)) {
      const both = left.amount + right.amount;
      if (both === sum) return [left, right];
      const known = pairs.get(both);
      if (known) known.push([left, right]);
      else pairs.set(both, [[left, right]]);
    }
  }
  for (const item of items) {
    const pair = pairs.get(sum - item.amount)?.find((two) => !two.includes(item));
    if (pair) return [...pair, item];
  }
  for (const [both, those] of pairs) {
    for (const pair of those) {
      const other = pairs.get(sum - both)?.find((two) => !two.some((item) => pair.includes(item)));
      if (other) return [...pair, ...other];
    }
  }
  return null;
}
