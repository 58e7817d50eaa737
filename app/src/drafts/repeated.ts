import { decimalsOf } from "../amounts/currencies.ts";
import { type Entities, format } from "../replica/index.ts";
import { partsOf } from "../splits/parts.ts";
import { accounts, reference } from "../state/reference.ts";
import { type Draft, EMPTY } from "./draft.ts";

/** A new entry that begins as a copy of another, on today. */
export function repeated(entry: Entities["transaction"]): Draft {
  const currencyOf = (id: string | undefined) =>
    accounts.value.get(id ?? "")?.currency ?? reference.value?.currency ?? "EUR";
  const currency = currencyOf(entry.accountId);
  const { transfer, amount, categoryId } = entry;
  // A transfer is typed from the side that money leaves.
  const isArrival = Boolean(transfer) && amount > 0;
  const [from, to] = isArrival ? [transfer?.accountId, entry.accountId] : [entry.accountId, transfer?.accountId];
  const [out, into] = isArrival ? [transfer?.amount ?? 0, amount] : [amount, transfer?.amount ?? 0];
  const written = (minor: number, id: string | undefined) => format(Math.abs(minor), decimalsOf(currencyOf(id)));
  const isForeign = transfer && currencyOf(transfer.accountId) !== currency;
  return {
    ...EMPTY,
    kind: transfer ? "transfer" : amount > 0 ? "income" : "expense",
    expression: written(out, from),
    accountId: from ?? null,
    toAccountId: to ?? null,
    toExpression: isForeign ? written(into, to) : "",
    payee: entry.payee ?? "",
    categoryId: categoryId ?? null,
    isCategoryChosen: true,
    note: entry.note ?? "",
    tags: entry.tags,
    splits: partsOf(entry.splits, amount < 0).map(({ transfer: _, ...part }) => ({
      ...part,
      // What would arrive in another currency this time nobody knows.
      toAccountId: part.toAccountId && currencyOf(part.toAccountId) === currency ? part.toAccountId : null,
    })),
    splitTotal: Math.abs(amount),
  };
}
