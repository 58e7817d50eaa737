import { mdiCalendar, mdiWalletOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { isDay } from "../../dates/is-day.ts";
import { shifted } from "../../dates/shift.ts";
import { dayInText, dayShown } from "../../dates/shown.ts";
import type { Draft } from "../../drafts/draft.ts";
import { accounts, openAccounts } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { AccountPicker } from "../../ui/account-picker.tsx";
import { Button, Chip } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { useHold } from "../../ui/hold.ts";
import { Remark } from "../../ui/remark.tsx";
import { Flow } from "../../ui/stack.tsx";

interface PlacesProps {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Where the money moves and on which day. */
export function Places({ draft, onChange }: PlacesProps) {
  const t = texts().newEntry;
  const [asks, setAsks] = useState<"account" | "date" | null>(null);
  // While it is typed, a date goes through others.
  const [isDateLeft, setDateLeft] = useState(true);
  const account = accounts.value.get(draft.accountId ?? "");
  const date = draft.date ?? today.value;
  const reconciledOn = account?.lastReconciledOn;
  const done = (part: Partial<Draft>) => {
    setAsks(null);
    onChange(part);
  };
  const yesterday = shifted(today.value, -1);
  const toYesterday = useHold(() => onChange({ date: draft.date === null ? yesterday : null }));
  return (
    <>
      <Flow>
        <Chip icon={mdiWalletOutline} action="account" onClick={() => setAsks("account")}>
          {account?.name ?? t.noAccount}
        </Chip>
        <Chip icon={mdiCalendar} action="date" title={t.dateHold} onClick={() => setAsks("date")} {...toYesterday}>
          {isDay(date) ? dayShown(date) : t.date}
        </Chip>
      </Flow>
      {account && isDay(date) && date < account.openedOn && (
        <Remark look="warning">{t.beforeOpening(dayInText(account.openedOn))}</Remark>
      )}
      {reconciledOn && isDay(date) && date <= reconciledOn && (
        <Remark look="warning">{t.reconciled(dayInText(reconciledOn, "upTo"))}</Remark>
      )}
      {asks === "account" && (
        <AccountPicker
          title={t.account}
          accounts={openAccounts.value}
          chosen={draft.accountId}
          onClose={() => setAsks(null)}
          onAccount={(accountId) => done({ accountId, isAccountChosen: true })}
        />
      )}
      {asks === "date" && (
        <Dialog
          title={t.date}
          look="sheet"
          onClose={() => setAsks(null)}
          actions={
            <Button look="text" action="done" onClick={() => setAsks(null)}>
              {texts().common.done}
            </Button>
          }
        >
          <Flow>
            <Chip action="today" selected={draft.date === null} onClick={() => done({ date: null })}>
              {texts().dates.today}
            </Chip>
            <Chip action="yesterday" selected={draft.date === yesterday} onClick={() => done({ date: yesterday })}>
              {texts().dates.yesterday}
            </Chip>
          </Flow>
          <TextField
            label={t.otherDate}
            type="date"
            value={date}
            fault={isDateLeft && !isDay(date) ? t.faults.date() : null}
            onFocus={() => setDateLeft(false)}
            onBlur={() => setDateLeft(true)}
            onText={(text) => onChange({ date: text === today.value ? null : text })}
          />
        </Dialog>
      )}
    </>
  );
}
