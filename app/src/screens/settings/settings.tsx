import { useState } from "preact/hooks";
import { Screen } from "../../shell/screen.tsx";
import { NOBODY, user } from "../../state/device.ts";
import { leave } from "../../state/leave.ts";
import { pending } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Stack } from "../../ui/stack.tsx";
import { EntryCard } from "./entry-card.tsx";
import { LockCard } from "./lock-card.tsx";
import { LookCard } from "./look-card.tsx";

export function Settings() {
  const t = texts().settings;
  const [isLeaving, setLeaving] = useState(false);
  const isLocal = user.value?.id === NOBODY;
  return (
    <Screen name="settings" title={t.title} up="/more">
      <LookCard />
      <EntryCard />
      <LockCard />
      <Card title={isLocal ? t.noAccount : (user.value?.email ?? "")}>
        <Stack>
          {isLocal && (
            <>
              <p>{t.noAccountText}</p>
              <a href="/sign-in" data-action="open-register">
                {t.register}
              </a>
            </>
          )}
          <Button look="outlined" action="sign-out" onClick={() => setLeaving(true)}>
            {isLocal ? t.throwAway : t.signOut}
          </Button>
        </Stack>
      </Card>
      {isLeaving && (
        <Dialog
          title={isLocal ? t.throwAway : t.signOut}
          onClose={() => setLeaving(false)}
          actions={
            <>
              <Button look="text" action="cancel" onClick={() => setLeaving(false)}>
                {texts().common.cancel}
              </Button>
              <Button look="danger" action="confirm" onClick={() => void leave()}>
                {isLocal ? t.throwAway : t.signOut}
              </Button>
            </>
          }
        >
          <p>{isLocal ? t.throwAwayText : pending.value > 0 ? t.unsent(pending.value) : t.signOutText}</p>
        </Dialog>
      )}
    </Screen>
  );
}
