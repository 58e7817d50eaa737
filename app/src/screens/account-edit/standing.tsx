import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { act, actWithUndo } from "../../state/act.ts";
import { useRead } from "../../state/read.ts";
import { type Account, openAccounts } from "../../state/reference.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useOnce } from "../../ui/once.ts";
import { Flow } from "../../ui/stack.tsx";
import s from "./account-edit.module.css";

interface StandingProps {
  readonly account: Account;
  readonly onDeleted: () => void;
}

/** Whether the account is used: closed, opened again, or deleted where nothing was ever in it. */
export function Standing({ account, onDeleted }: StandingProps) {
  const t = texts().accounts;
  const { route } = useLocation();
  const [isAsking, setAsking] = useState(false);
  const { id, name, currency, closed } = account;
  const on = today.value;
  const balance = useRead(async (replica) => (await replica.balances(on)).get(id), [id, on]);
  const entries = balance?.entries ?? 0;
  const remove = useOnce(async () => {
    await act({ type: "account.delete", entityId: id });
    onDeleted();
    say({ text: t.deleted(name) });
    route("/accounts", true);
    return true;
  });
  const isNameTaken = openAccounts.value.some((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase());
  const close = useOnce(async () => {
    await actWithUndo(t.wasClosed(name), { type: "account.close", entityId: id });
    route("/accounts", true);
    return true;
  });
  const reopen = () => void actWithUndo(t.wasReopened(name), { type: "account.reopen", entityId: id });
  return (
    <Card title={t.standing}>
      <p class={s.hint}>{closed ? t.closedHint : t.openHint}</p>
      {!closed && balance && balance.balance !== 0n && (
        <p class={s.hint}>
          {t.stillIn} <Amount minor={balance.balance} currency={currency} tone="debt" />
        </p>
      )}
      {closed && isNameTaken && <p class={s.hint}>{t.faults.nameTaken}</p>}
      <Flow>
        {closed ? (
          <Button look="tonal" action="reopen" disabled={isNameTaken} onClick={reopen}>
            {t.reopen}
          </Button>
        ) : (
          <Button look="outlined" action="close-account" onClick={() => void close()}>
            {t.close}
          </Button>
        )}
        {balance && entries === 0 && (
          <Button look="text" action="delete" onClick={() => setAsking(true)}>
            {t.delete}
          </Button>
        )}
      </Flow>
      {entries > 0 && <p class={s.hint}>{t.notDeleted(entries)}</p>}
      {isAsking && (
        <Dialog
          title={t.deleteTitle(name)}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button look="text" action="cancel" onClick={() => setAsking(false)}>
                {texts().common.cancel}
              </Button>
              <Button look="danger" action="confirm" onClick={() => void remove()}>
                {t.delete}
              </Button>
            </>
          }
        >
          <p>{t.deleteText}</p>
        </Dialog>
      )}
    </Card>
  );
}
