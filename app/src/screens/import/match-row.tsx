import { dayShown } from "../../dates/shown.ts";
import { differing, type ReportRow } from "../../imports/review.ts";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Chip } from "../../ui/button.tsx";
import { Flow } from "../../ui/stack.tsx";
import s from "./import.module.css";
import { currencyOf } from "./review-rows.tsx";

interface MatchRowProps {
  readonly row: ReportRow;
  readonly decision: "same" | "different" | "skip";
  readonly onDecide: (decision: "same" | "different" | "skip") => void;
}

const FIELDS = ["date", "amount", "payee"] as const;

/** A row beside the entry that it met: where they differ, and whether they are the same. */
export function MatchRow({ row, decision, onDecide }: MatchRowProps) {
  const t = texts().imports;
  const id =
    row.duplicateOf ?? row.possibleDuplicateOf ?? row.correction?.transactionId ?? row.match?.transactionId ?? "";
  const found = useRead((replica) => replica.find("transaction", id), [id]);
  const entry = found && sideOf(found, row.accountId ?? null);
  const apart = entry ? differing(row, entry) : [];
  const currency = currencyOf(row);
  const shown = (field: (typeof FIELDS)[number], one: Parameters<typeof differing>[0]) => {
    if (field === "amount") return one.amount == null ? "—" : <Amount minor={one.amount} currency={currency} signed />;
    if (field === "date") return one.date == null ? "—" : dayShown(one.date);
    return <bdi>{one.payee ?? "—"}</bdi>;
  };
  return (
    <div class={s.match}>
      <table class={s.pair}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t.inFile}</th>
            <th scope="col">{t.inLedger}</th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.map((field) => (
            <tr key={field} {...(apart.includes(field) ? { "data-differs": field } : {})}>
              <th scope="row">{t.fields[field]}</th>
              <td>{shown(field, row)}</td>
              <td>
                {entry ? shown(field, entry) : found === null && field === "date" ? t.goneEntry : "—"}
                {apart.includes(field) && <span class={s.mark}>{t.differs}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {row.status === "corrected" ? (
        <p class={s.hint}>{t.corrects}</p>
      ) : (
        <p class={s.hint}>{row.reason?.message ?? t.mayBe}</p>
      )}
      <Flow>
        <Chip selected={decision === "same"} action="same" onClick={() => onDecide("same")}>
          {row.status === "corrected" ? t.take : t.same}
        </Chip>
        {row.status !== "corrected" && (
          <Chip selected={decision === "different"} action="different" onClick={() => onDecide("different")}>
            {t.different}
          </Chip>
        )}
        {row.status !== "duplicate" && (
          <Chip selected={decision === "skip"} action="skip-row" onClick={() => onDecide("skip")}>
            {t.skip}
          </Chip>
        )}
      </Flow>
    </div>
  );
}

interface Side {
  readonly date: string;
  readonly amount: number;
  readonly payee?: string | null;
}

/** The side of a transfer that is of the row's account. */
function sideOf(
  entry: Side & { readonly accountId: string; readonly transfer?: unknown },
  accountId: string | null,
): Side {
  const transfer = entry.transfer as { accountId?: string; amount?: number; date?: string | null } | null | undefined;
  if (!transfer || entry.accountId === accountId || transfer.accountId !== accountId) return entry;
  return { date: transfer.date ?? entry.date, amount: transfer.amount ?? -entry.amount, payee: entry.payee ?? null };
}
