import { openAccounts } from "../../state/reference.ts";
import { fixedAccount, haptics, type KeypadOrder, keypadOrder } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Choice, Switch } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Options } from "./options.tsx";

/** How entries are typed on this device. */
export function EntryCard() {
  const t = texts().settings;
  return (
    <Card title={t.entry}>
      <Stack>
        <Choice
          label={t.account}
          name="default-account"
          value={fixedAccount.value ?? ""}
          hint={t.accountHint}
          onChoice={(value) => (fixedAccount.value = value === "" ? null : value)}
        >
          <Options
            chosen={fixedAccount.value ?? ""}
            all={[["", t.lastUsed], ...openAccounts.value.map(({ id, name }) => [id, name] as const)]}
          />
        </Choice>
        <Choice
          label={t.keypad}
          name="keypad-order"
          value={keypadOrder.value}
          onChoice={(value) => (keypadOrder.value = value as KeypadOrder)}
        >
          <Options
            chosen={keypadOrder.value}
            all={[
              ["phone", t.keypads.phone],
              ["calculator", t.keypads.calculator],
            ]}
          />
        </Choice>
        {"vibrate" in navigator && (
          <Switch label={t.haptics} checked={haptics.value} onSwitch={(on) => (haptics.value = on)} />
        )}
      </Stack>
    </Card>
  );
}
