import { mdiDeleteEmptyOutline } from "@mdi/js";
import { useEffect, useState } from "preact/hooks";
import type { JsonObject } from "../../replica/index.ts";
import { Screen } from "../../shell/screen.tsx";
import { actWithUndo } from "../../state/act.ts";
import { ask } from "../../state/ask.ts";
import { NOBODY, user } from "../../state/device.ts";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { Button, Chip } from "../../ui/button.tsx";
import { Empty } from "../../ui/card.tsx";
import { TextField } from "../../ui/field.tsx";
import { useOnce } from "../../ui/once.ts";
import { Flow } from "../../ui/stack.tsx";
import { type Deleted, fits, merged } from "./deleted.ts";
import { DeletedRow } from "./deleted-row.tsx";
import s from "./trash.module.css";

interface Page {
  readonly items: readonly Deleted[];
  readonly next: string | null;
  readonly why?: string;
}

const SOON_MS = 250;

/** Entries that were deleted, by anybody: found again, and brought back, as many as one likes at once. */
export function Trash() {
  const t = texts().trash;
  const [text, setText] = useState("");
  const [page, setPage] = useState<Page | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const here = useRead((replica) => replica.deletedHere());
  const known = useRead(
    async (replica) => {
      const ids = (page?.items ?? []).map(({ id }) => id);
      const found = await replica.dataOf(ids.map((entityId) => ({ type: "transaction.restore", entityId })));
      return new Set(ids.filter((_, place) => found[place]));
    },
    [page],
  );
  const load = async (cursor: string | null) => {
    const before = cursor ? (page?.items ?? []) : [];
    const query = new URLSearchParams({
      deleted: "true",
      limit: "100",
      ...(text.trim() ? { q: text.trim() } : {}),
      ...(cursor ? { cursor } : {}),
    });
    const came = await ask<{ readonly items: Deleted[]; readonly nextCursor: string | null }>(`transactions?${query}`);
    if ("why" in came) setPage({ items: before, next: null, why: came.why });
    else setPage({ items: [...before, ...came.value.items], next: came.value.nextCursor });
  };
  useEffect(() => {
    const timer = setTimeout(() => void load(null), page === null ? 0 : SOON_MS);
    return () => clearTimeout(timer);
  }, [text]);
  if (!here || !page) {
    return (
      <Screen name="trash" title={t.title} up="/more">
        <p role="status">{t.loading}</p>
      </Screen>
    );
  }
  const isHere = here.length > 0;
  const deleted = merged(page.items, here).filter((entry) => !known?.has(entry.id) && fits(entry, text));
  const all = deleted.map(({ id }) => id);
  const picked = all.filter((id) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const restore = useOnce(async () => {
    const commands = deleted
      .filter(({ id }) => chosen.has(id))
      .map((entry) => ({ type: "transaction.restore", entityId: entry.id, snapshot: bare(entry) }) as const);
    setChosen(new Set());
    await actWithUndo(t.restored(commands.length), ...commands);
  });
  const isWithoutServer = page.why !== undefined && user.value?.id !== NOBODY;
  return (
    <Screen name="trash" title={t.title} up="/more">
      <p class={s.hint}>{t.hint}</p>
      {isWithoutServer && (
        <p class={s.notice} role="status">
          {t.onlyHere(page.why ?? "")}
        </p>
      )}
      <TextField label={t.search} type="search" value={text} maxLength={200} onText={setText} />
      {deleted.length === 0 ? (
        <Empty icon={mdiDeleteEmptyOutline} text={text.trim() === "" && !isHere ? t.empty : t.none} />
      ) : (
        <>
          <Flow>
            <Chip
              action="select-all"
              onClick={() => setChosen(picked.length === all.length ? new Set() : new Set(all))}
            >
              {picked.length === all.length ? t.selectNone : t.selectAll}
            </Chip>
          </Flow>
          <div class={s.list}>
            {deleted.map((entry) => (
              <DeletedRow
                key={entry.id}
                entry={entry}
                isChosen={chosen.has(entry.id)}
                onToggle={() => toggle(entry.id)}
              />
            ))}
          </div>
          {page.next && (
            <Button look="text" action="older" onClick={() => void load(page.next)}>
              {t.older}
            </Button>
          )}
        </>
      )}
      {canWrite.value && deleted.length > 0 && (
        <div class={s.bar}>
          <Button action="restore" wide disabled={picked.length === 0} onClick={() => void restore()}>
            {t.restore(picked.length)}
          </Button>
        </div>
      )}
    </Screen>
  );
}

function bare({ deletedAt: _, ...entry }: Deleted): JsonObject {
  return entry as unknown as JsonObject;
}
