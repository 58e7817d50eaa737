import type { EntryStatus } from "../money/entries.ts";
import type { Line } from "./line.ts";

/**
 * The lines of one month as one text: a browser gives a text back at once, while thousands of rows are rebuilt one by one. What is said
 * again and again, such as an account or a payee, is there once and named by its place.
 */
export type PackedLines = string;

type Packed = readonly [
  id: string,
  date: string,
  order: string,
  account: number,
  amount: number,
  status: number,
  payee: number,
  category: number,
  createdBy: number,
  importId: number,
  rest?: Pick<Line, "note" | "tags" | "splits" | "transfer" | "receipts">,
];

const STATUSES: readonly EntryStatus[] = ["pending", "cleared", "reconciled"];

export function packLines(lines: readonly Line[]): PackedLines {
  const names: string[] = [];
  const places = new Map<string, number>();
  const place = (name: string | null) => {
    if (name === null) return -1;
    let known = places.get(name);
    if (known === undefined) {
      known = names.push(name) - 1;
      places.set(name, known);
    }
    return known;
  };
  const packed = lines.map((line): Packed => {
    const { id, date, order, accountId, amount, status, note, tags, splits, transfer, receipts } = line;
    const own = [place(line.payee), place(line.categoryId), place(line.createdBy), place(line.importId)] as const;
    const isPlain = note === null && tags.length === 0 && splits.length === 0 && transfer === null && !receipts;
    return [
      id,
      date,
      order,
      place(accountId),
      amount,
      STATUSES.indexOf(status),
      ...own,
      ...(isPlain ? ([] as const) : ([{ note, tags, splits, transfer, ...(receipts ? { receipts } : {}) }] as const)),
    ];
  });
  return JSON.stringify([names, packed]);
}

const PLAIN: NonNullable<Packed[10]> = { note: null, tags: [], splits: [], transfer: null };

export function unpackLines(text: PackedLines): Line[] {
  const [names, packed] = JSON.parse(text) as [string[], Packed[]];
  const named = (place: number) => names[place] ?? null;
  return packed.map(
    ([id, date, order, account, amount, status, payee, category, createdBy, importId, rest = PLAIN]): Line => ({
      id,
      date,
      order,
      accountId: named(account) ?? "",
      amount,
      status: STATUSES[status] ?? "cleared",
      payee: named(payee),
      categoryId: named(category),
      createdBy: named(createdBy),
      importId: named(importId),
      note: rest.note,
      tags: rest.tags,
      splits: rest.splits,
      transfer: rest.transfer,
      ...(rest.receipts ? { receipts: rest.receipts } : {}),
    }),
  );
}
