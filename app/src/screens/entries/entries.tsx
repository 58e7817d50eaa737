import { mdiFormatListBulleted } from "@mdi/js";
import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { LineItem } from "../../listing/listing.ts";
import type { Line } from "../../replica/index.ts";
import { queryOf } from "../../search/query.ts";
import { lazyPart } from "../../shell/lazy-screen.ts";
import { Screen } from "../../shell/screen.tsx";
import { actWithUndo } from "../../state/act.ts";
import { canWrite } from "../../state/ledgers.ts";
import { lines } from "../../state/lines.ts";
import { prefill } from "../../state/prefill.ts";
import { accounts, members, reference } from "../../state/reference.ts";
import { separators } from "../../state/settings.ts";
import { say } from "../../state/snack.ts";
import { loadRest, texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { isWide } from "../../state/wide.ts";
import { Empty } from "../../ui/card.tsx";
import { EntryPane } from "../entry/pane.tsx";
import { textOf } from "./address.ts";
import type { BulkField } from "./bulk-bar.tsx";
import { Categorise } from "./categorise.tsx";
import s from "./entries.module.css";
import { EntryList } from "./entry-list.tsx";
import { useListKeys } from "./keys.ts";
import { Partly } from "./notices.tsx";
import { prefillOf } from "./prefilled.ts";
import { SearchBar } from "./search-bar.tsx";
import { clearSelection, isSelecting, selected, toggle } from "./selection.ts";

const JoinSheet = lazyPart(async () => {
  const [sheet] = await Promise.all([import("./join-sheet.tsx"), loadRest()]);
  return sheet.JoinSheet;
});
const BulkBar = lazyPart(async () => (await import("./bulk-bar.tsx")).BulkBar);
const NothingFound = lazyPart(async () => (await import("./nothing-found.tsx")).NothingFound);
const BulkSheet = lazyPart(async () => {
  const [sheet] = await Promise.all([import("./bulk-sheet.tsx"), loadRest()]);
  return sheet.BulkSheet;
});

/** Every entry of the ledger: found, checked and mended. From a certain width on, what is chosen is beside the list. */
export function Entries() {
  const t = texts().entries;
  const { query: address, route } = useLocation();
  const names = useMemo(
    () => ({
      accounts: [...accounts.value.values()],
      categories: reference.value?.categories ?? [],
      members: [...members.value].map(([id, { displayName }]) => ({ id, name: displayName })),
    }),
    [reference.value],
  );
  const text = useSignal(textOf(address, names));
  const [open, setOpen] = useState<string | null>(address.open ?? null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [bulk, setBulk] = useState<BulkField | null>(null);
  const [isJoining, setJoining] = useState(false);
  const [categorised, setCategorised] = useState<Line | null>(null);
  const items = useRef<readonly LineItem[]>([]);
  const [shown, setShown] = useState<readonly Line[]>([]);
  const typing = { today: today.value, separators: separators.value };
  const query = useMemo(() => queryOf(text.value, names, typing), [text.value, names, typing.today, typing.separators]);
  useEffect(() => {
    text.value = textOf(address, names);
  }, [address.q]);
  useEffect(() => {
    // Back from an entry, or after a reload, the same is looked for.
    const written = new URLSearchParams({
      ...(text.value.trim() ? { q: text.value.trim() } : {}),
      ...(open ? { open } : {}),
    });
    history.replaceState(history.state, "", `/entries${written.size > 0 ? `?${written}` : ""}`);
    prefill.value = prefillOf(query);
  }, [text.value, open, query]);
  useEffect(
    () => () => {
      prefill.value = "";
      clearSelection();
    },
    [],
  );
  const lineOf = (id: string | null) => items.current.find(({ key }) => key === id)?.line;
  const remove = (line: Line) => {
    if (!canWrite.value) return;
    if (line.status === "reconciled") return say({ text: t.isReconciled });
    void actWithUndo(texts().entry.deleted, { type: "transaction.delete", entityId: line.id });
  };
  const categorise = (line: Line) => {
    if (!canWrite.value) return;
    if (line.transfer || line.splits.length > 0) return say({ text: t.noCategoryHere });
    if (line.status === "reconciled") return say({ text: t.isReconciled });
    setCategorised(line);
  };
  const onOpen = (line: Line) => {
    setCursor(line.id);
    if (isWide.value) setOpen(line.id);
    else route(`/entries/${line.id}`);
  };
  useListKeys({
    move: (by) => {
      const at = items.current.findIndex(({ key }) => key === cursor);
      const next = items.current[Math.max(0, Math.min(items.current.length - 1, at + by))];
      if (next) setCursor(next.key);
    },
    select: () => cursor && canWrite.value && toggle(cursor),
    category: () => {
      const line = lineOf(cursor);
      if (isSelecting.value) setBulk("category");
      else if (line) categorise(line);
    },
    open: () => onLine(onOpen),
    edit: () => onLine(onOpen),
    remove: () => (isSelecting.value ? setBulk("delete") : onLine(remove)),
    escape: clearSelection,
    search: () => document.querySelector<HTMLInputElement>('[data-action="search"]')?.focus(),
  });
  const onLine = (act: (line: Line) => void) => {
    const line = lineOf(cursor);
    if (line) act(line);
  };
  const chosen = (lines.value?.all ?? []).filter(({ id }) => selected.value.has(id));
  const [first, second] = chosen;
  return (
    <Screen name="entries" title={t.title} wide>
      <div class={s.panes}>
        <div class={s.main}>
          <SearchBar text={text} query={query} />
          <Partly />
          <EntryList
            query={query}
            empty={
              lines.value?.all.length && text.value.trim() !== "" ? (
                <NothingFound text={text} query={query} />
              ) : (
                <Empty icon={mdiFormatListBulleted} text={t.empty} />
              )
            }
            actions={{
              cursor,
              open: isWide.value ? open : null,
              selected: selected.value,
              onOpen,
              onSelect: ({ id }) => canWrite.value && toggle(id),
              onSwipe: (line, way) => (way === "right" ? categorise(line) : remove(line)),
            }}
            onItems={(listed, all) => {
              items.current = listed;
              setShown(all);
            }}
          />
        </div>
        {isWide.value && (
          <aside class={s.detail}>
            {open ? <EntryPane key={open} id={open} onGone={() => setOpen(null)} /> : <p class={s.help}>{t.choose}</p>}
          </aside>
        )}
      </div>
      {isSelecting.value && (
        <BulkBar count={selected.value.size} shown={shown} onField={setBulk} onJoin={() => setJoining(true)} />
      )}
      {bulk && chosen.length > 0 && <BulkSheet key={bulk} field={bulk} lines={chosen} onClose={() => setBulk(null)} />}
      {isJoining && first && second && <JoinSheet first={first} second={second} onClose={() => setJoining(false)} />}
      {categorised && <Categorise line={categorised} onClose={() => setCategorised(null)} />}
    </Screen>
  );
}
