import { mdiCheck } from "@mdi/js";
import { accountIcon } from "../icons/icons.ts";
import { isWriteOnly } from "../state/lock.ts";
import { useRead } from "../state/read.ts";
import type { Account } from "../state/reference.ts";
import { AddAccount } from "./add-account.tsx";
import { Amount } from "./amount.tsx";
import { Dialog } from "./dialog.tsx";
import { Icon } from "./icon.tsx";
import { Badge, Row } from "./row.tsx";

interface AccountPickerProps {
  readonly title: string;
  readonly accounts: readonly Account[];
  readonly chosen: string | null;
  readonly onAccount: (id: string) => void;
  readonly onClose: () => void;
}

export function AccountPicker({ title, accounts, chosen, onAccount, onClose }: AccountPickerProps) {
  const balances = useRead((replica) => replica.balances());
  return (
    <Dialog title={title} look="sheet" onClose={onClose}>
      <div>
        <AddAccount />
        {accounts.map(({ id, name, type, currency }) => (
          <Row
            key={id}
            action="choose-account"
            lead={<Badge path={accountIcon(type)} />}
            title={name}
            onPress={() => onAccount(id)}
            selected={id === chosen}
            end={
              <>
                {balances?.has(id) && !isWriteOnly.value && (
                  <Amount minor={balances.get(id)?.balance ?? 0n} currency={currency} />
                )}
                {id === chosen && <Icon path={mdiCheck} />}
              </>
            }
          />
        ))}
      </div>
    </Dialog>
  );
}
