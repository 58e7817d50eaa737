import { accountIcon } from "../../icons/icons.ts";
import { openAccounts } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Badge, Row } from "../../ui/row.tsx";

interface ChooseAccountProps {
  /** What the file says that its amounts are in: those accounts come first. */
  readonly currency?: string | null;
  readonly onChoose: (accountId: string) => void;
}

export function ChooseAccount({ currency: told, onChoose }: ChooseAccountProps) {
  const fits = (account: { readonly currency: string }) => (told && account.currency !== told ? 1 : 0);
  const sorted = [...openAccounts.value].sort((left, right) => fits(left) - fits(right));
  return (
    <div>
      {sorted.map(({ id, name, type, currency }) => (
        <Row
          key={id}
          action="choose-account"
          lead={<Badge path={accountIcon(type)} />}
          title={name}
          note={`${texts().accountTypes[type]} · ${currency}`}
          onPress={() => onChoose(id)}
        />
      ))}
    </div>
  );
}
