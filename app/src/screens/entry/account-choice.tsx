import type { Entities } from "../../replica/index.ts";
import { type Account, accounts, openAccounts } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Choice } from "../../ui/field.tsx";

interface AccountChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly name?: string;
  readonly entry: Entities["transaction"];
  readonly isUsable: (account: Account) => boolean;
  readonly onChoice: (id: string) => void;
}

/** Open accounts, and those that the entry is in; none while somebody has to choose one. */
export function AccountChoice({ label, value, name, entry, isUsable, onChoice }: AccountChoiceProps) {
  const own = [entry.accountId, entry.transfer?.accountId];
  const closed = [...accounts.value.values()].filter(({ id, closed }) => closed && own.includes(id));
  return (
    <Choice label={label} value={value} onChoice={onChoice} {...(name === undefined ? {} : { name })}>
      {value === "" && (
        <option value="" selected>
          {texts().newEntry.noAccount}
        </option>
      )}
      {[...openAccounts.value, ...closed].filter(isUsable).map(({ id, name }) => (
        <option key={id} value={id} selected={id === value}>
          {name}
        </option>
      ))}
    </Choice>
  );
}
