import { mdiCheck, mdiPlus, mdiSwapVertical, mdiWalletOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Screen } from "../../shell/screen.tsx";
import { actWithUndo } from "../../state/act.ts";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { type Account, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Card, Empty } from "../../ui/card.tsx";
import { AccountLine } from "./account-line.tsx";
import { moved } from "./order.ts";
import { TotalCard } from "./total-card.tsx";

/** All accounts with their balances: those that budgets count, the others, and the closed ones. */
export function Accounts() {
  const t = texts().accounts;
  const { route } = useLocation();
  const on = today.value;
  const [isOrdering, setOrdering] = useState(false);
  const balances = useRead((replica) => replica.balances(on), [on]);
  const all = reference.value?.accounts ?? [];
  const counted = all.filter(({ closed, onBudget }) => !closed && onBudget);
  const others = all.filter(({ closed, onBudget }) => !closed && !onBudget);
  const groups: [string, readonly Account[]][] = [
    [t.onBudget, counted],
    [t.offBudget, others],
    [t.closed, all.filter(({ closed }) => closed)],
  ];
  const move = (id: string, by: -1 | 1) => {
    const commands = moved([...counted, ...others], id, by);
    if (commands.length > 0) void actWithUndo(t.reordered, ...commands);
  };
  const movesOf = (group: readonly Account[], id: string, place: number) => ({
    up: place > 0 ? () => move(id, -1) : null,
    down: place < group.length - 1 ? () => move(id, 1) : null,
  });
  const canOrder = canWrite.value && (counted.length > 1 || others.length > 1);
  const add = canWrite.value && (
    <Button icon={mdiPlus} look="tonal" action="add-account" onClick={() => route("/accounts/new")}>
      {t.add}
    </Button>
  );
  return (
    <Screen
      name="accounts"
      title={t.title}
      up="/more"
      actions={
        canOrder && (
          <IconButton
            icon={isOrdering ? mdiCheck : mdiSwapVertical}
            label={isOrdering ? t.orderDone : t.order}
            action="order"
            aria-pressed={isOrdering}
            onClick={() => setOrdering(!isOrdering)}
          />
        )
      }
    >
      {balances && all.length > 0 && <TotalCard balances={balances} />}
      {groups
        .filter(([title, accounts]) => accounts.length > 0 && !(isOrdering && title === t.closed))
        .map(([title, accounts]) => (
          <Card key={title} title={title}>
            {accounts.map((account, place) => (
              <AccountLine
                key={account.id}
                account={account}
                balance={balances?.get(account.id)}
                moves={isOrdering ? movesOf(accounts, account.id, place) : undefined}
              />
            ))}
          </Card>
        ))}
      {reference.value && all.length === 0 ? (
        <Empty icon={mdiWalletOutline} text={t.none}>
          {add}
        </Empty>
      ) : (
        add
      )}
    </Screen>
  );
}
