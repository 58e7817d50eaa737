import type { Balance } from "../../replica/index.ts";
import type { Account } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Remark } from "../../ui/remark.tsx";
import s from "./new.module.css";

interface AfterwardsProps {
  readonly from: Account;
  readonly to: Account;
  readonly balances: ReadonlyMap<string, Balance>;
  readonly out: number;
  readonly into: number;
}

/** How both accounts stand after a transfer; said before it is saved where more cash leaves than there is. */
export function Afterwards({ from, to, balances, out, into }: AfterwardsProps) {
  const t = texts().newEntry;
  const after = ({ id }: Account, change: number) => (balances.get(id)?.balance ?? 0n) + BigInt(change);
  const overdraws = from.type === "cash" && out > 0 && after(from, -out) < 0n;
  return (
    <>
      <dl class={s.after}>
        <dt>{t.after(from.name)}</dt>
        <dd>
          <Amount minor={after(from, -out)} currency={from.currency} tone="debt" />
        </dd>
        <dt>{t.after(to.name)}</dt>
        <dd>
          <Amount minor={after(to, into)} currency={to.currency} tone="debt" />
        </dd>
      </dl>
      {overdraws && (
        <Remark look="warning" name="overdraws">
          {t.overdraws(from.name)}
        </Remark>
      )}
    </>
  );
}
