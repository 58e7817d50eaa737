import { mdiFilterOffOutline } from "@mdi/js";
import type { Signal } from "@preact/signals";
import { decimalsOf } from "../../amounts/currencies.ts";
import { found, type Query } from "../../search/query.ts";
import type { Key } from "../../search/tokens.ts";
import { lines } from "../../state/lines.ts";
import { accounts, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/card.tsx";
import { partShown } from "./shown.ts";

/** Which filter hides how many, and the way to see them again. */
export function NothingFound({ text, query }: { readonly text: Signal<string>; readonly query: Query }) {
  const t = texts().entries;
  const all = lines.value?.all ?? [];
  const hiding = query.parts.some(({ fault }) => fault) ? [] : hidingOf(query);
  return (
    <Empty icon={mdiFilterOffOutline} text={t.hidden(all.length)}>
      {hiding.map(({ what, count }) => (
        <p key={what}>{t.hidingFilter(what, count)}</p>
      ))}
      <Button
        look="tonal"
        action="clear-filters"
        onClick={() => {
          text.value = "";
        }}
      >
        {t.clearFilters}
      </Button>
    </Empty>
  );
}

/** How many there would be without each of the conditions alone. */
function hidingOf(query: Query): { readonly what: string; readonly count: number }[] {
  const all = lines.value?.all ?? [];
  const currencyOf = (id: string) => accounts.value.get(id)?.currency ?? reference.value?.currency ?? "EUR";
  const countOf = (filter: Query["filter"]) =>
    found(all, { ...query, filter }, (id) => decimalsOf(currencyOf(id))).length;
  const { q, ...conditions } = query.filter;
  const words = q && Object.keys(conditions).length > 0 ? [{ what: q, count: countOf(conditions) }] : [];
  const others = query.parts.flatMap(({ token }) => {
    if (token.key === null || token.isNot) return [];
    const name = FILTERS[token.key];
    const rest = Object.fromEntries(Object.entries(query.filter).filter(([key]) => !name.includes(key)));
    return [{ what: partShown(token), count: countOf(rest) }];
  });
  const told = [...words, ...others].filter(({ count }) => count > 0);
  return [...new Map(told.map((one) => [one.what, one])).values()];
}

/** What a condition says of a filter. */
const FILTERS: Readonly<Record<Key, readonly string[]>> = {
  account: ["accountId"],
  category: ["categoryId"],
  amount: ["amount", "size"],
  from: ["from"],
  before: ["to"],
  to: ["to"],
  on: ["from", "to"],
  status: ["status"],
  type: ["type"],
  tag: ["tag"],
  payee: ["payee"],
  by: ["createdBy"],
  import: ["importId"],
};
