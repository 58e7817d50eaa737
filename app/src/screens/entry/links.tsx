import { mdiChevronRight, mdiFileImportOutline } from "@mdi/js";
import { dayShown } from "../../dates/shown.ts";
import type { Entities } from "../../replica/index.ts";
import { useRead } from "../../state/read.ts";
import { accounts, members, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Row } from "../../ui/row.tsx";
import s from "./entry.module.css";

/** Where an entry came from: who recorded it, or the bank's file with what it said. */
export function Links({ entry }: { readonly entry: Entities["transaction"] }) {
  const t = texts().entry;
  const { importId, bankRecord, bankRows } = entry;
  const file = useRead(async (replica) => (importId ? await replica.find("import", importId) : null), [importId]);
  const by = members.value.get(entry.createdBy)?.displayName;
  const rows = [
    ...(bankRecord ? [bankRecord] : []),
    ...(bankRows ?? []).map(({ accountId, date, amount, payee }) => ({ accountId, date, amount, payee })),
  ];
  if (!importId && rows.length === 0) return by ? <p class={s.note}>{t.recordedBy(by)}</p> : null;
  return (
    <Card title={t.source}>
      {importId && (
        <Row
          href={`/entries?importId=${importId}`}
          action="open-import"
          lead={<Icon path={mdiFileImportOutline} />}
          title={<bdi>{file?.fileName ?? t.import}</bdi>}
          note={by ? t.importedBy(by) : t.sameImport}
          end={<Icon path={mdiChevronRight} />}
        />
      )}
      {rows.map((row, place) => (
        <Row
          key={`${place}-${row.date}`}
          title={<bdi>{row.payee ?? t.bankRow}</bdi>}
          note={`${t.bankSaid} · ${dayShown(row.date)}`}
          end={
            <Amount
              minor={row.amount}
              currency={accounts.value.get(row.accountId)?.currency ?? reference.value?.currency ?? "EUR"}
              signed
            />
          }
        />
      ))}
    </Card>
  );
}
