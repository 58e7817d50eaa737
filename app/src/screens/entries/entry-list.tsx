import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { dayShown } from "../../dates/shown.ts";
import type { Entities } from "../../replica/index.ts";
import { current } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import s from "./entries.module.css";
import { EntryRow } from "./entry-row.tsx";

type Entry = Entities["transaction"];

interface EntryListProps {
  readonly account?: string;
  /** Instead of a list without entries. */
  readonly empty: ComponentChildren;
}

const PAGE = 50;

/** Entries under their days. It grows page by page as somebody comes near its end, and is read again when something was written. */
export function EntryList({ account, empty }: EntryListProps) {
  const [count, setCount] = useState(PAGE);
  const read = useRead(
    (replica) => replica.transactions({ limit: count, ...(account === undefined ? {} : { account }) }),
    [account, count],
  );
  const end = useRef<HTMLDivElement>(null);
  const hasMore = read?.next != null;
  useEffect(() => {
    const mark = end.current;
    if (!mark || !hasMore) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setCount((known) => known + Math.max(PAGE, known));
      },
      { rootMargin: "1500px" },
    );
    watch.observe(mark);
    return () => watch.disconnect();
  }, [hasMore, count]);
  if (!read || !current.value) return null;
  if (read.items.length === 0) return <>{empty}</>;
  return (
    <div>
      {byDay(read.items, account).map(([day, entries]) => (
        <section key={day} class={s.day} aria-label={dayShown(day)}>
          <h2 class={s.date}>{dayShown(day)}</h2>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} {...(account === undefined ? {} : { accountId: account })} />
          ))}
        </section>
      ))}
      {hasMore && <div ref={end} class={s.end} />}
    </div>
  );
}

/** In the list of an account, the day is that of the side there. */
function byDay(entries: readonly Entry[], account: string | undefined): [string, Entry[]][] {
  const days: [string, Entry[]][] = [];
  for (const entry of entries) {
    const { transfer } = entry;
    const day = account !== undefined && transfer?.accountId === account ? (transfer.date ?? entry.date) : entry.date;
    const last = days.at(-1);
    if (last?.[0] === day) last[1].push(entry);
    else days.push([day, [entry]]);
  }
  return days;
}
