import type { Entities } from "../../replica/index.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { EntryRow } from "../entries/entry-row.tsx";
import s from "./home.module.css";

export function LastEntries({ entries }: { readonly entries: readonly Entities["transaction"][] }) {
  const t = texts().home;
  return (
    <Card
      title={t.last}
      more={
        <a class={s.more} href="/entries" data-action="open-entries">
          {t.all}
        </a>
      }
    >
      {entries.map((entry) => (
        <EntryRow key={entry.id} entry={entry} withDay />
      ))}
    </Card>
  );
}
