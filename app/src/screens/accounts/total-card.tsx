import type { Balance } from "../../replica/index.ts";
import { reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import s from "./accounts.module.css";
import { totalsOf } from "./totals.ts";

/** Everything together, in the ledger's currency; what cannot be added to it stands under it. */
export function TotalCard({ balances }: { readonly balances: ReadonlyMap<string, Balance> }) {
  const t = texts().accounts;
  const known = reference.value;
  if (!known) return null;
  const held = known.accounts.map(({ id, currency, closed }) => ({ id, currency: String(currency), closed }));
  const { total, unconverted } = totalsOf(held, balances, known.currency);
  return (
    <Card>
      <div class={s.total}>
        <h2 class={s.label}>{t.total}</h2>
        <Amount minor={total} currency={known.currency} size="display" tone="debt" />
      </div>
      {unconverted.length > 0 && (
        <dl class={s.unconverted} data-part="unconverted">
          {unconverted.map(({ currency, sum }) => (
            <div key={currency}>
              <dt>{t.unconverted(currency)}</dt>
              <dd>
                <Amount minor={sum} currency={currency} tone="debt" />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
