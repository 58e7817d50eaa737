import { useState } from "preact/hooks";
import { dayShown } from "../../dates/shown.ts";
import { axisOf, heightOf } from "../../figures/axis.ts";
import type { Balance, Day } from "../../replica/index.ts";
import { openAccounts } from "../../state/reference.ts";
import { hidesAmounts } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { WithAxis } from "../../ui/axis.tsx";
import { Card } from "../../ui/card.tsx";
import { Choice } from "../../ui/field.tsx";
import s from "./charts.module.css";
import { FigureTable } from "./figure-table.tsx";

interface BalanceChartProps {
  readonly points: readonly { readonly day: Day; readonly balances: ReadonlyMap<string, Balance> }[];
  /** The ledger's. */
  readonly currency: string;
}

const [WIDTH, HEIGHT] = [300, 100];

/** What there was at the end of days: in one account, or in all of the ledger's currency; others are listed beside. */
export function BalanceChart({ points, currency: own }: BalanceChartProps) {
  const t = texts().charts;
  const [chosen, setChosen] = useState("");
  const accounts = openAccounts.value;
  const account = accounts.find(({ id }) => id === chosen);
  const currency = (account?.currency as string | undefined) ?? own;
  const counted = account ? [account] : accounts.filter((one) => one.currency === own);
  const at = (balances: ReadonlyMap<string, Balance>, of: readonly { readonly id: string }[]) =>
    of.reduce((sum, { id }) => sum + (balances.get(id)?.balance ?? 0n), 0n);
  const values = points.map(({ day, balances }) => ({ day, value: at(balances, counted) }));
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last || accounts.length === 0) return null;
  const others = account
    ? []
    : [...new Set(accounts.map((one) => one.currency as string))].filter((one) => one !== own);
  const balances = points.at(-1)?.balances ?? new Map<string, Balance>();
  return (
    <Card title={t.balance}>
      <Choice label={t.account} value={chosen} onChoice={setChosen}>
        <option value="">{t.netWorth}</option>
        {accounts.map(({ id, name }) => (
          <option key={id} value={id} selected={id === chosen}>
            {name}
          </option>
        ))}
      </Choice>
      {!hidesAmounts.value && values.length > 1 && (
        <Line values={values.map(({ value }) => value)} currency={currency} />
      )}
      <dl class={s.totals}>
        <Point name={t.start} day={first.day} value={first.value} currency={currency} />
        <Point name={t.end} day={last.day} value={last.value} currency={currency} />
      </dl>
      {others.length > 0 && (
        <p class={s.note} data-unconverted="net-worth">
          {t.unconverted}{" "}
          {others.map((other) => (
            <span key={other}>
              <Amount
                minor={at(
                  balances,
                  accounts.filter((one) => one.currency === other),
                )}
                currency={other}
              />{" "}
            </span>
          ))}
        </p>
      )}
      <p class={s.note}>{t.scopeWorth}</p>
      <FigureTable
        caption={t.balance}
        heads={[t.day, t.amount]}
        rows={values.map(({ day, value }) => ({
          name: dayShown(day),
          cells: [<Amount key="value" minor={value} currency={currency} />],
        }))}
      />
    </Card>
  );
}

/** What is below the line is filled down to where nothing is, unless that is not in the picture. */
function Line({ values, currency }: { readonly values: readonly bigint[]; readonly currency: string }) {
  const axis = axisOf(values);
  const y = (value: bigint) => heightOf(value, axis) * HEIGHT;
  const x = (place: number) => (WIDTH * place) / (values.length - 1);
  const path = values.map((value, place) => `${place === 0 ? "M" : "L"}${x(place).toFixed(1)} ${y(value)}`).join("");
  return (
    <WithAxis axis={axis} currency={currency}>
      <svg class={s.curve} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {!axis.isCut && <path d={`${path}L${WIDTH} ${y(0n)}L0 ${y(0n)}Z`} class={s.area} />}
        <path d={path} class={s.stroke} />
      </svg>
    </WithAxis>
  );
}

interface PointProps {
  readonly name: string;
  readonly day: Day;
  readonly value: bigint;
  readonly currency: string;
}

function Point({ name, day, value, currency }: PointProps) {
  return (
    <div>
      <dt class={s.note}>
        {name} · {dayShown(day)}
      </dt>
      <dd>
        <Amount minor={value} currency={currency} size="large" tone="debt" />
      </dd>
    </div>
  );
}
