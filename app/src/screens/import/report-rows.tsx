import { useState } from "preact/hooks";
import { dayShown } from "../../dates/shown.ts";
import type { ReportRow } from "../../imports/review.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import { Row } from "../../ui/row.tsx";
import { currencyOf } from "./review-rows.tsx";

const AT_ONCE = 100;

/** Rows of an import that is done, each leading to its entry. */
export function ReportRows({ rows }: { readonly rows: readonly ReportRow[] }) {
  const t = texts().imports;
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <ul>
        {rows.slice(0, shown).map((row) => {
          const entry = row.transactionId ?? row.duplicateOf;
          const day = row.date == null ? t.line(row.line) : dayShown(row.date);
          return (
            <li key={row.row}>
              <Row
                wraps={row.reason != null}
                {...(entry ? { href: `/entries/${entry}` } : {})}
                title={row.payee ?? row.text ?? t.line(row.line)}
                note={[day, row.reason?.message].filter(Boolean).join(" · ")}
                end={row.amount != null && <Amount minor={row.amount} currency={currencyOf(row)} tone="flow" signed />}
              />
            </li>
          );
        })}
      </ul>
      {rows.length > shown && (
        <Button look="text" action="more" onClick={() => setShown(shown + AT_ONCE)}>
          {texts().home.all} ({rows.length - shown})
        </Button>
      )}
    </>
  );
}
