import { mdiEyeOffOutline, mdiEyeOutline, mdiReceiptTextPlusOutline, mdiSwapVertical } from "@mdi/js";
import { useState } from "preact/hooks";
import { lazyPart } from "../../shell/lazy-screen.ts";
import { Screen } from "../../shell/screen.tsx";
import { ledger } from "../../state/device.ts";
import { type HomeCard, homeCards } from "../../state/home-cards.ts";
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
import { type HomeReading, readHome } from "./read-home.ts";
import { SpendingCard } from "./spending-card.tsx";
import { UncategorisedCard } from "./uncategorised-card.tsx";

const ExampleCard = lazyPart(async () => (await import("./example-card.tsx")).ExampleCard);
const ArrangeCards = lazyPart(async () => (await import("./arrange-cards.tsx")).ArrangeCards);

/** How much can still be spent, what needs somebody, and what happened. All of it from this device. */
export function Home() {
  const t = texts().home;
  const [isArranging, setArranging] = useState(false);
  const [on, currency] = [today.value, ledger.value?.currency ?? "EUR"];
  const read = useRead((replica) => readHome(replica, on, currency), [on, currency]);
  const isHidden = hidesAmounts.value;
  return (
    <Screen
      name="home"
      title={ledger.value?.name ?? t.title}
      actions={
        <>
          <IconButton
            icon={mdiSwapVertical}
            label={texts().homeCards.arrange}
            action="arrange"
            aria-pressed={isArranging}
            onClick={() => setArranging(!isArranging)}
          />
          <IconButton
            icon={isHidden ? mdiEyeOffOutline : mdiEyeOutline}
            label={isHidden ? t.showAmounts : t.hideAmounts}
            action="hide-amounts"
            onClick={() => {
              hidesAmounts.value = !isHidden;
            }}
          />
        </>
      }
    >
      <Stack>
        {!isArranging && ledger.value?.example !== undefined && <ExampleCard />}
        {isArranging && <ArrangeCards onDone={() => setArranging(false)} />}
        {!isArranging && homeCards().map((card) => <CardOf key={card} card={card} read={read} />)}
        {read && read.last.length === 0 && !isArranging && (
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

/** A card that has nothing to say is not there. */
function CardOf({ card, read }: { readonly card: HomeCard; readonly read: HomeReading | undefined }) {
  if (card === "attention") return <AttentionCard />;
  if (!read) return null;
  switch (card) {
    case "leftToday":
      return <LeftToday budgets={read.budgets} statuses={read.statuses} spentToday={read.spentToday} />;
    case "atRisk":
      return <BudgetsAtRisk budgets={read.budgets} statuses={read.statuses} />;
    case "accounts":
      return <AccountsCard balances={read.balances} />;
    case "spending":
      return <SpendingCard spending={read.spending} />;
    case "uncategorised":
      return <UncategorisedCard {...read.uncategorised} />;
    case "last":
      return read.last.length > 0 ? <LastEntries entries={read.last} /> : null;
  }
}
