import { mdiHistory } from "@mdi/js";
import { useEffect, useState } from "preact/hooks";
import { timeShown } from "../../dates/shown.ts";
import type { Entities } from "../../replica/index.ts";
import { actWithUndo } from "../../state/act.ts";
import { ask } from "../../state/ask.ts";
import { NOBODY, user } from "../../state/device.ts";
import { canWrite } from "../../state/ledgers.ts";
import { members } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/card.tsx";
import s from "./entry.module.css";
import { VersionValue } from "./version-value.tsx";
import { differing, restoring, type Version } from "./versions.ts";

interface HistoryItem {
  readonly version: number;
  readonly kind: string;
  readonly by: string;
  readonly at: string;
  readonly was: Version | null;
  readonly now: Version | null;
  readonly receipt?: { readonly name: string };
}

type Loaded =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly why: string }
  | { readonly state: "here"; readonly items: readonly HistoryItem[]; readonly next: string | null };

/** Who changed what and when; each version can be brought back. Only the server knows it. */
export function History({ entry }: { readonly entry: Entities["transaction"] }) {
  const t = texts().entryHistory;
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  const load = async (cursor: string | null) => {
    const before = cursor && loaded.state === "here" ? loaded.items : [];
    const came = await historyOf(entry.id, cursor);
    if (came.why !== undefined) setLoaded({ state: "failed", why: came.why });
    else setLoaded({ state: "here", items: [...before, ...came.items], next: came.next });
  };
  useEffect(() => void load(null), [entry.id, entry.version]);
  if (loaded.state === "loading") return <p role="status">{t.historyLoading}</p>;
  if (loaded.state === "failed") {
    return (
      <Empty icon={mdiHistory} text={loaded.why}>
        {user.value?.id !== NOBODY && (
          <Button look="tonal" action="retry" onClick={() => void load(null)}>
            {t.historyRetry}
          </Button>
        )}
      </Empty>
    );
  }
  return (
    <ol class={s.history}>
      {loaded.items.map((item, place) => (
        <li key={item.version} class={s.version} data-version={item.version}>
          <p>
            <strong>{members.value.get(item.by)?.displayName ?? t.formerMember}</strong>{" "}
            {t.kinds[item.kind as keyof typeof t.kinds] ?? item.kind}
            {item.receipt && <bdi>{` ${item.receipt.name}`}</bdi>}
          </p>
          <p class={s.note}>{timeShown(item.at)}</p>
          {item.was && item.now && (
            <dl class={s.changes}>
              {differing(item.was, item.now).map((name) => (
                <div key={name}>
                  <dt>{t.names[name]}</dt>
                  <dd>
                    <VersionValue name={name} version={item.was as Version} />
                    {" → "}
                    <VersionValue name={name} version={item.now as Version} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {place > 0 && item.now && !item.receipt && canWrite.value && <Restore entry={entry} version={item.now} />}
        </li>
      ))}
      {loaded.next && (
        <Button look="text" action="older" onClick={() => void load(loaded.next)}>
          {t.older}
        </Button>
      )}
    </ol>
  );
}

function Restore({ entry, version }: { readonly entry: Entities["transaction"]; readonly version: Version }) {
  const t = texts().entryHistory;
  const commands = restoring(entry.id, entry as unknown as Version, version);
  if (commands.length === 0) return <p class={s.note}>{t.sameAsNow}</p>;
  return (
    <Button look="outlined" action="restore-version" onClick={() => void actWithUndo(t.versionRestored, ...commands)}>
      {t.restoreVersion}
    </Button>
  );
}

async function historyOf(id: string, cursor: string | null) {
  const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : "";
  const came = await ask<{ readonly items: HistoryItem[]; readonly nextCursor: string | null }>(
    `transactions/${id}/history${query}`,
  );
  if ("why" in came) return { why: came.status === 404 ? texts().entryHistory.historyNotSent : came.why };
  return { items: came.value.items, next: came.value.nextCursor };
}
