import { useEffect, useState } from "preact/hooks";
import { Locked } from "../../shell/routes.ts";
import { type Lock, lock, lockNow } from "../../state/lock.ts";
import { hasPlatformKey, makePlatformKey } from "../../state/platform-key.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { setLock } from "../../state/unlock.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Choice, Switch } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";
import { PinDialog } from "./pin-dialog.tsx";

const AFTER = [0, 15, 60, 300, 1800] as const;

/** How the app is locked. All of it stays on this device. */
export function LockCard() {
  const t = texts().lock;
  const [isSetting, setSetting] = useState(false);
  const [canVerify, setCanVerify] = useState(false);
  const known = lock.value;
  const change = (part: Partial<Lock>) => {
    if (known) lock.value = { ...known, ...part };
  };
  useEffect(() => {
    void hasPlatformKey().then(setCanVerify);
  }, []);
  const verify = async (on: boolean) => {
    const platformKey = on ? await makePlatformKey() : null;
    if (on && platformKey === null) say({ text: t.noDevice });
    change({ platformKey });
  };
  const isSafe = globalThis.isSecureContext === true;
  return (
    <Card title={t.card}>
      <Stack>
        <Switch
          label={t.on}
          hint={isSafe ? t.hint : t.needsHttps}
          checked={known !== null}
          onSwitch={(on) => {
            if (!on) lock.value = null;
            else if (isSafe) setSetting(true);
          }}
        />
        {known && (
          <>
            <Choice
              label={t.after}
              name="lock-after"
              value={String(known.afterSeconds)}
              onChoice={(value) => change({ afterSeconds: Number(value) })}
            >
              {AFTER.map((seconds) => (
                <option key={seconds} value={String(seconds)} selected={seconds === known.afterSeconds}>
                  {t.seconds(seconds)}
                </option>
              ))}
            </Choice>
            {(canVerify || known.platformKey) && (
              <Switch label={t.byDevice} checked={known.platformKey !== null} onSwitch={(on) => void verify(on)} />
            )}
            <Switch
              label={t.allowEntry}
              hint={t.allowEntryHint}
              checked={known.allowsEntry}
              onSwitch={(allowsEntry) => change({ allowsEntry })}
            />
            <Button look="outlined" action="lock-now" onClick={lockNow}>
              {texts().actions.lockNow}
            </Button>
          </>
        )}
      </Stack>
      {isSetting && (
        <PinDialog
          onClose={() => setSetting(false)}
          onPin={async (pin) => {
            // Whoever is locked out offline needs the screen that lets them in again.
            await Locked.preload();
            await setLock(pin);
            setSetting(false);
          }}
        />
      )}
    </Card>
  );
}
