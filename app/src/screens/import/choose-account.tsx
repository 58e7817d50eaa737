import { accountIcon } from "../../icons/icons.ts";
import { openAccounts } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Badge, Row } from "../../ui/row.tsx";

interface ChooseAccountProps {
  readonly chosen: string | undefined;
  readonly onChoose: (accountId: string) => void;
}

export function ChooseAccount({ chosen, onChoose }: ChooseAccountProps) {
  const t = texts().imports;
  return (
    <Card title={t.whichAccount}>
      {openAccounts.value.map(({ id, name, type, currency }) => (
        <Row
          key={id}
          action="choose-account"
          lead={<Badge path={accountIcon(type)} />}
          title={name}
          note={`${texts().accountTypes[type]} · ${currency}`}
          selected={id === chosen}
          onPress={() => onChoose(id)}
        />
      ))}
    </Card>
  );
}
