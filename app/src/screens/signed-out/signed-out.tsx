import { mdiAccountPlusOutline } from "@mdi/js";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { claimShared } from "../../receipts/desk.ts";
import { Screen } from "../../shell/screen.tsx";
import { SyncStrip } from "../../shell/sync-strip.tsx";
import { user } from "../../state/device.ts";
import { keepUnsent } from "../../state/ended.ts";
import { report } from "../../state/faults.ts";
import { hush, snack } from "../../state/snack.ts";
import { switchTo } from "../../state/switch.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Note } from "../../ui/note.tsx";
import { Stack } from "../../ui/stack.tsx";
import { SignOut } from "../profile/sign-out.tsx";

/** Whoever holds a device on which the user is signed out sees nothing of theirs but what waits for them to sign in again. */
export function SignedOut() {
  const t = texts().signedOut;
  const { query, route } = useLocation();
  const known = user.value;
  const [kept, setKept] = useState<number | null>(null);
  useEffect(() => {
    if (known) void keepUnsent(known).then(setKept, (error) => report(error, "other"));
  }, [known?.id]);
  useEffect(() => {
    if (known && query.receipts) void claimShared(query.receipts.split(","), known.id);
  }, [known?.id, query.receipts]);
  // What was done last says amounts, and can be taken back.
  useEffect(() => {
    if (snack.value?.undo) hush();
  }, [snack.value]);
  return (
    <>
      <SyncStrip />
      <Screen name="signed-out" title={t.title} narrow>
        <Stack>
          <p>{t.text(known?.email ?? "")}</p>
          {kept !== null && (
            <Note look={kept > 0 ? "warning" : "good"}>
              <p data-kept={kept}>{kept > 0 ? t.kept(kept) : t.nothing}</p>
            </Note>
          )}
          <Button action="open-sign-in" wide onClick={() => route("/sign-in")}>
            {t.signIn}
          </Button>
          <SignOut />
          <Button look="text" icon={mdiAccountPlusOutline} action="another-user" onClick={() => switchTo(null)}>
            {t.another}
          </Button>
        </Stack>
      </Screen>
    </>
  );
}
