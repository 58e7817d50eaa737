import { useEffect, useState } from "preact/hooks";
import { NOBODY, user } from "../../state/device.ts";
import { leave } from "../../state/leave.ts";
import { openReplicas } from "../../state/ledgers.ts";
import { saveAllUnsent, unsentOf } from "../../state/save-unsent.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Note } from "../../ui/note.tsx";

/** The way out: everything of the user goes off this device, and what was not sent is offered as a file first. */
export function SignOut() {
  const t = texts().settings;
  const [isLeaving, setLeaving] = useState(false);
  const [unsent, setUnsent] = useState(0);
  const isAlone = user.value?.id === NOBODY;
  const title = isAlone ? t.throwAway : t.signOut;
  useEffect(() => {
    // Of all ledgers, since all of them are wiped.
    if (isLeaving)
      void unsentOf(openReplicas()).then((all) => setUnsent(all.reduce((sum, one) => sum + one.rows.length, 0)));
  }, [isLeaving]);
  return (
    <>
      <Button look="outlined" action="sign-out" onClick={() => setLeaving(true)}>
        {title}
      </Button>
      {isLeaving && (
        <Dialog
          title={title}
          onClose={() => setLeaving(false)}
          actions={
            <>
              <Button look="text" action="cancel" onClick={() => setLeaving(false)}>
                {texts().common.cancel}
              </Button>
              <Button look="danger" action="confirm" onClick={() => void leave()}>
                {title}
              </Button>
            </>
          }
        >
          <p>{isAlone ? t.throwAwayText : t.signOutText}</p>
          {unsent > 0 && (
            <Note look="warning">
              <p>{t.unsent(unsent)}</p>
              <div>
                <Button look="outlined" action="save-unsent" onClick={() => void saveAllUnsent(openReplicas())}>
                  {texts().syncCentre.save}
                </Button>
              </div>
            </Note>
          )}
        </Dialog>
      )}
    </>
  );
}
