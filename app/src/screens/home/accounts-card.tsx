import { accountIcon } from "../../icons/icons.ts";
import type { Balance } from "../../replica/index.ts";
import { openAccounts } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { AddAccount } from "../../ui/add-account.tsx";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import s from "./home.module.css";

/** The accounts and what is in them at the end of today. */
export function AccountsCard({ balances }: { readonly balances: ReadonlyMap<string, Balance> }) {
  const t = texts().home;
  return (
    <Card
      title={t.accounts}
      more={
        <a class={s.more} href="/accounts" data-action="open-accounts">
          {t.all}
        </a>
      }
    >
      <AddAccount />
      {openAccounts.value.map(({ id, name, type, currency }) => (
        <Row
          key={id}
          href={`/accounts/${id}`}
          action="open-account"
          lead={<Badge path={accountIcon(type)} />}
          title={name}
          end={<Amount minor={balances.get(id)?.balance ?? 0n} currency={currency} tone="debt" />}
        />
      ))}
    </Card>
  );
}
