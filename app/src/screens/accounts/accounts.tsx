import { accountIcon } from "../../icons/icons.ts";
import { Screen } from "../../shell/screen.tsx";
import { useRead } from "../../state/read.ts";
import { type Account, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import { Badge, Row } from "../../ui/row.tsx";

/** All accounts with their balances: those that budgets count, the others, and the closed ones. */
export function Accounts() {
  const t = texts().accounts;
  const on = today.value;
  const balances = useRead((replica) => replica.balances(on), [on]);
  const all = reference.value?.accounts ?? [];
  const groups: [string, readonly Account[]][] = [
    [t.onBudget, all.filter(({ closed, onBudget }) => !closed && onBudget)],
    [t.offBudget, all.filter(({ closed, onBudget }) => !closed && !onBudget)],
    [t.closed, all.filter(({ closed }) => closed)],
  ];
  return (
    <Screen name="accounts" title={t.title} up="/more">
      {groups
        .filter(([, accounts]) => accounts.length > 0)
        .map(([title, accounts]) => (
          <Card key={title} title={title}>
            {accounts.map(({ id, name, type, currency }) => (
              <Row
                key={id}
                href={`/accounts/${id}`}
                action="open-account"
                lead={<Badge path={accountIcon(type)} />}
                title={name}
                note={texts().accountTypes[type]}
                end={<Amount minor={balances?.get(id)?.balance ?? 0n} currency={currency} tone="debt" />}
              />
            ))}
          </Card>
        ))}
    </Screen>
  );
}
