import { mdiFormatListBulleted } from "@mdi/js";
import { useEffect, useRef, useState } from "preact/hooks";
import { dayShown } from "../../dates/shown.ts";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Empty } from "../../ui/card.tsx";
import { EntryRow } from "../entries/entry-row.tsx";
import s from "./account.module.css";
import { type Listed, running } from "./running.ts";

const PAGE = 50;

/** What moved the account, newest first, with the balance after each; what is dated later than today is folded above. */
export function AccountEntries({ id }: { readonly id: string }) {
  const t = texts().accounts;
  const [count, setCount] = useState(PAGE);
  const read = useRead(
    async (replica) => {
      const [balances, page] = await Promise.all([
        replica.balances(),
        replica.transactions({ account: id, limit: count }),
      ]);
      return { listed: running(page.items, id, balances.get(id)?.balance ?? 0n), hasMore: page.next !== null };
    },
    [id, count],
  );
  const end = useRef<HTMLDivElement>(null);
  const hasMore = read?.hasMore === true;
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
  if (!read) return null;
  if (read.listed.length === 0) return <Empty icon={mdiFormatListBulleted} text={t.empty} />;
  const planned = read.listed.filter(({ day }) => day > today.value);
  const done = read.listed.slice(planned.length);
  return (
    <div>
      {planned.length > 0 && (
        <details class={s.planned}>
          <summary data-action="planned">{t.planned(planned.length)}</summary>
          <Days listed={planned} id={id} />
        </details>
      )}
      <Days listed={done} id={id} />
      {hasMore && <div ref={end} class={s.end} />}
    </div>
  );
}

function Days({ listed, id }: { readonly listed: readonly Listed[]; readonly id: string }) {
  const days: [string, Listed[]][] = [];
  for (const one of listed) {
    const last = days.at(-1);
    if (last?.[0] === one.day) last[1].push(one);
    else days.push([one.day, [one]]);
  }
  return (
    <>
      {days.map(([day, those]) => (
        <section key={day} class={s.day} aria-label={dayShown(day)}>
          <h2 class={s.date}>{dayShown(day)}</h2>
          {those.map(({ entry, balance, moved }) => (
            <EntryRow key={entry.id} entry={entry} accountId={id} moved={moved} balance={balance} />
          ))}
        </section>
      ))}
    </>
  );
}
