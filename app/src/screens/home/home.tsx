import { mdiEyeOffOutline, mdiEyeOutline, mdiReceiptTextPlusOutline } from "@mdi/js";
import { Screen } from "../../shell/screen.tsx";
import { ledger } from "../../state/device.ts";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { hidesAmounts } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/card.tsx";
import { Stack } from "../../ui/stack.tsx";
import { AccountsCard } from "./accounts-card.tsx";
import { AttentionCard } from "./attention-card.tsx";
import { BudgetsAtRisk } from "./budgets-at-risk.tsx";
import { LastEntries } from "./last-entries.tsx";
import { LeftToday } from "./left-today.tsx";
import { SpentCard } from "./spent-card.tsx";

const LAST = 5;

/** How much can still be spent, what needs somebody, and what happened. All of it from this device. */
export function Home() {
  const t = texts().home;
  const on = today.value;
  const read = useRead(
    async (replica) => {
      const [statuses, budgets, balances, last] = await Promise.all([
        replica.statuses(on),
        replica.all("budget"),
        replica.balances(on),
        replica.transactions({ limit: LAST }),
      ]);
      return { statuses, budgets, balances, last: last.items };
    },
    [on],
  );
  const isHidden = hidesAmounts.value;
  return (
    <Screen
      name="home"
      title={ledger.value?.name ?? t.title}
      actions={
        <IconButton
          icon={isHidden ? mdiEyeOffOutline : mdiEyeOutline}
          label={isHidden ? t.showAmounts : t.hideAmounts}
          action="hide-amounts"
          onClick={() => {
            hidesAmounts.value = !isHidden;
          }}
        />
      }
    >
      <Stack>
        <AttentionCard />
        {read && read.budgets.length > 0 && <LeftToday budgets={read.budgets} statuses={read.statuses} />}
        {read && <BudgetsAtRisk budgets={read.budgets} statuses={read.statuses} />}
        <SpentCard />
        {read && <AccountsCard balances={read.balances} />}
        {read && read.last.length > 0 && <LastEntries entries={read.last} />}
        {read && read.last.length === 0 && (
          <Empty icon={mdiReceiptTextPlusOutline} text={t.empty}>
            {canWrite.value && (
              <Button onClick={() => document.querySelector<HTMLElement>("[data-action=add]")?.click()}>
                {t.record}
              </Button>
            )}
          </Empty>
        )}
      </Stack>
    </Screen>
  );
}
