import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { decimalsOf } from "../../amounts/currencies.ts";
import { runningBalances } from "../../listing/balances.ts";
import { type Item, type LineItem, listing } from "../../listing/listing.ts";
import type { Line } from "../../replica/index.ts";
import { found, type Query, queryOf } from "../../search/query.ts";
import { lines, watchLines } from "../../state/lines.ts";
import { accounts, reference } from "../../state/reference.ts";
import { today } from "../../state/today.ts";
import { Windowed } from "../../ui/windowed.tsx";
import s from "./entries.module.css";
import { GroupHead } from "./group-head.tsx";
import { LineRow } from "./line-row.tsx";

export interface ListActions {
  readonly cursor: string | null;
  readonly open: string | null;
  readonly selected: ReadonlySet<string>;
  readonly onOpen?: ((line: Line) => void) | undefined;
  readonly onSelect: (line: Line) => void;
  readonly onSwipe: (line: Line, way: "right" | "left") => void;
}

interface EntryListProps {
  readonly account?: string;
  readonly query?: Query;
  /** Instead of a list without entries. */
  readonly empty: ComponentChildren;
  readonly actions?: ListActions;
  /** Told what is in the list whenever that changes. */
  readonly onItems?: (items: readonly LineItem[], all: readonly Line[]) => void;
}

/** In rems: as the rows and the heads are drawn. */
const HEIGHTS = { head: 3, line: 4 } as const;
const EVERYTHING = queryOf("", { accounts: [], categories: [], members: [] });

/** Entries under their days, of all there are on the device; only those near the sight are drawn. */
export function EntryList({ account, query = EVERYTHING, empty, actions, onItems }: EntryListProps) {
  // What is looked for is shown, wherever it lies, until somebody closes the fold over what was found.
  const isSearching = query.parts.length > 0 || query.filter.q !== undefined;
  const [turned, setTurned] = useState<boolean | null>(null);
  const isPlannedOpen = isSearching !== (turned === isSearching);
  useEffect(watchLines, []);
  const all = lines.value?.all;
  const named = accounts.value;
  const currencyOf = (id: string) => named.get(id)?.currency ?? reference.value?.currency ?? "EUR";
  const meant = useMemo(
    () => (account === undefined ? query : { ...query, filter: { ...query.filter, accountId: [account] } }),
    [account, query],
  );
  const ids = meant.filter.accountId;
  const one = ids?.length === 1 ? named.get(ids[0] ?? "") : undefined;
  const balances = useMemo(
    () => (one && all ? runningBalances(all, one, today.value) : undefined),
    [all, one, today.value],
  );
  const kept = useMemo(() => (all ? found(all, meant, (id) => decimalsOf(currencyOf(id))) : null), [all, meant, named]);
  const items = useMemo(() => {
    if (!kept) return null;
    const accounts = ids?.length ? new Set(ids) : null;
    const { categoryId } = meant.filter;
    const categories = categoryId?.length ? new Set(categoryId) : null;
    return listing(kept, { today: today.value, isPlannedOpen, accounts, categories, currencyOf, balances }).items;
  }, [kept, isPlannedOpen, balances, today.value, named]);
  // Not some moments after they are seen: keys go through them.
  useLayoutEffect(() => {
    if (items && kept)
      onItems?.(
        items.filter((item) => item.kind === "line"),
        kept,
      );
  }, [items]);
  if (!items || !kept) return null;
  if (kept.length === 0) return <>{empty}</>;
  const draw = (item: Item) =>
    item.kind === "head" ? (
      <GroupHead
        key={item.key}
        head={item}
        isPlannedOpen={isPlannedOpen}
        onPlanned={() => setTurned(turned === isSearching ? null : isSearching)}
      />
    ) : (
      <LineRow
        key={item.key}
        item={item}
        isOfOneAccount={ids?.length === 1}
        {...(actions ? rowActions(actions, item.line) : {})}
      />
    );
  const cursor = actions?.cursor ?? null;
  return (
    <div class={s.list}>
      <Windowed
        items={items}
        heights={HEIGHTS}
        draw={draw}
        shown={cursor === null ? null : items.findIndex(({ key }) => key === cursor)}
      />
    </div>
  );
}

function rowActions({ cursor, open, selected, onOpen, onSelect, onSwipe }: ListActions, line: Line) {
  return {
    isCursor: cursor === line.id,
    isOpen: open === line.id,
    isSelected: selected.has(line.id),
    isSelecting: selected.size > 0,
    ...(onOpen ? { onOpen: () => onOpen(line) } : {}),
    onSelect: () => onSelect(line),
    onSwipe: (way: "right" | "left") => onSwipe(line, way),
  };
}
