import { mdiFormatListBulleted } from "@mdi/js";
import { useRoute } from "preact-iso";
import { Screen } from "../../shell/screen.tsx";
import { useRead } from "../../state/read.ts";
import { accounts } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card, Empty } from "../../ui/card.tsx";
import { EntryList } from "../entries/entry-list.tsx";
import s from "./account.module.css";

/** One account: what is in it, and what moved it. */
export function AccountScreen() {
  const { params } = useRoute();
  const id = params.id ?? "";
  const t = texts().accounts;
  const on = today.value;
  const balance = useRead(async (replica) => (await replica.balances(on)).get(id), [id, on]);
  const account = accounts.value.get(id);
  return (
    <Screen name="account" title={account?.name ?? t.title} up="/accounts">
      {account && balance && (
        <Card>
          <dl class={s.figures}>
            <dt>{t.balance}</dt>
            <dd>
              <Amount minor={balance.balance} currency={account.currency} size="display" tone="debt" />
            </dd>
            <dt>{t.cleared}</dt>
            <dd>
              <Amount minor={balance.clearedBalance} currency={account.currency} tone="debt" />
            </dd>
          </dl>
        </Card>
      )}
      <EntryList account={id} empty={<Empty icon={mdiFormatListBulleted} text={t.empty} />} />
    </Screen>
  );
}
