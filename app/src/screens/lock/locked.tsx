import { mdiFingerprint, mdiLockOutline, mdiPlus } from "@mdi/js";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { NOBODY, user, users } from "../../state/device.ts";
import { leaveAll } from "../../state/leave.ts";
import { canWrite } from "../../state/ledgers.ts";
import { lock } from "../../state/lock.ts";
import { pending } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { toWait, unlock, unlockByPlatform } from "../../state/unlock.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import s from "./lock.module.css";

/** Instead of every screen, until the right PIN or the device's own authenticator opens it. */
export function Locked() {
  const t = texts().lock;
  const { route } = useLocation();
  const [pin, setPin] = useState("");
  const [wait, setWait] = useState(toWait);
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isForgotten, setForgotten] = useState(false);
  useEffect(() => {
    document.title = "MyBudget";
    if (lock.value?.platformKey) void unlockByPlatform();
  }, []);
  useEffect(() => {
    if (wait <= 0) return;
    const timer = setInterval(() => setWait(toWait()), 500);
    return () => clearInterval(timer);
  }, [wait > 0]);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (pin === "" || isBusy || toWait() > 0) return;
    setBusy(true);
    const isRight = await unlock(pin);
    setBusy(false);
    if (isRight) return;
    setPin("");
    setWrong(true);
    setWait(toWait());
  };
  const fault = wait > 0 ? t.wait(Math.ceil(wait / 1000)) : isWrong ? t.wrong : null;
  return (
    <main class={s.locked} data-screen="locked">
      <Icon path={mdiLockOutline} class={s.picture} />
      <h1 class={s.title}>{t.title}</h1>
      <form class={s.form} onSubmit={submit} noValidate>
        <TextField
          label={t.pin}
          name="pin"
          type="password"
          inputMode="numeric"
          autocomplete="off"
          maxLength={12}
          value={pin}
          fault={fault}
          onText={setPin}
        />
        <Button type="submit" action="unlock" disabled={isBusy || wait > 0} wide>
          {t.unlock}
        </Button>
      </form>
      {lock.value?.platformKey && (
        <Button look="tonal" icon={mdiFingerprint} action="unlock-platform" onClick={() => void unlockByPlatform()}>
          {t.byDevice}
        </Button>
      )}
      {lock.value?.allowsEntry && canWrite.value && (
        <Button look="outlined" icon={mdiPlus} action="add" onClick={() => route("/new")}>
          {t.entry}
        </Button>
      )}
      <Button look="text" action="forgotten" onClick={() => setForgotten(true)}>
        {t.forgotten}
      </Button>
      {isForgotten && (
        <Dialog
          title={t.forgotten}
          onClose={() => setForgotten(false)}
          actions={
            <>
              <Button look="text" action="cancel" onClick={() => setForgotten(false)}>
                {texts().common.cancel}
              </Button>
              <Button look="danger" action="confirm" onClick={() => void leaveAll()}>
                {t.wipe}
              </Button>
            </>
          }
        >
          <p>{users.value.some(({ id }) => id === NOBODY) ? t.forgottenLocal : t.forgottenText}</p>
          {pending.value > 0 && user.value?.id !== NOBODY && <p>{t.forgottenUnsent(pending.value)}</p>}
        </Dialog>
      )}
    </main>
  );
}
