import { useState } from "preact/hooks";
import { withoutAmounts } from "../../amounts/hidden.ts";
import { withAmountsIn } from "../../amounts/in-words.ts";
import { timeShown } from "../../dates/shown.ts";
import type { Failure } from "../../replica/index.ts";
import { ask, ofLedger, type Schemas, useServer } from "../../state/server.ts";
import { hidesAmounts, locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Row } from "../../ui/row.tsx";
import s from "./people.module.css";

type Page = Schemas["PageOfActivityItem"];

const AT_ONCE = 20;

/** Who did what in the ledger, in the server's words. */
export function Activity() {
  const t = texts().people;
  const { value, failure, reload } = useServer<Page>(ofLedger(`activity?limit=${AT_ONCE}`));
  const [earlier, setEarlier] = useState<readonly Page[]>([]);
  const [failed, setFailed] = useState<Failure | null>(null);
  const pages = value ? [value, ...earlier] : [];
  const next = pages.at(-1)?.nextCursor;
  const more = async () => {
    const path = ofLedger(`activity?${new URLSearchParams({ limit: String(AT_ONCE), cursor: next ?? "" })}`);
    const answer = await ask<Page>({ method: "GET", path });
    setFailed(answer.ok ? null : answer);
    if (answer.ok) setEarlier([...earlier, answer.value]);
  };
  const items = pages.flatMap(({ items }) => items);
  return (
    <Card title={t.activity}>
      {failure && <Failed failure={failure} onAgain={reload} />}
      {value && items.length === 0 && <p class={s.hint}>{t.noActivity}</p>}
      {items.map((item) => (
        <Row
          key={`${item.revision}-${item.kind}-${item.entityId}-${item.action}`}
          {...(item.kind === "transaction" && item.entityId && item.action !== "deleted"
            ? { href: `/entries/${item.entityId}` }
            : {})}
          wraps
          title={hidesAmounts.value ? withoutAmounts(item.text) : withAmountsIn(item.text, locale.value)}
          note={`${item.by.name} · ${timeShown(item.at)}`}
        />
      ))}
      {failed && <Failed failure={failed} />}
      {next && (
        <Button look="text" action="more" onClick={() => void more()}>
          {t.more}
        </Button>
      )}
    </Card>
  );
}
