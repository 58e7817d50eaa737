import { useEffect, useState } from "preact/hooks";
import { NOBODY, user } from "../../state/device.ts";
import { leave } from "../../state/leave.ts";
import { openReplicas } from "../../state/ledgers.ts";
import { type OnlyHere, onlyHere } from "../../state/left-behind.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Note } from "../../ui/note.tsx";
import { UnsentNote } from "../../ui/unsent-note.tsx";

/** The way out: everything of the user goes off this device, and what was not sent is offered as a file first. */
export function SignOut() {
  const t = texts().settings;
  const [isLeaving, setLeaving] = useState(false);
  const known = user.value;
  const isAlone = known?.id === NOBODY;
  // There is nothing of the user's own in it, unless they begin a ledger beside it.
  const isExample = isAlone && known.ledgers.every(({ example }) => example !== undefined);
  const title = isExample
    ? texts().example.leave
    : isAlone
      ? t.throwAway
      : known?.isSignedOut
        ? texts().signedOut.takeOff
        : t.signOut;
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
          <p>{isExample ? texts().example.leaveText : isAlone ? t.throwAwayText : t.signOutText}</p>
          {!isExample && <Lost />}
        </Dialog>
      )}
    </>
  );
}

/** What would be lost, and for what waits to be sent a way to keep it. */
function Lost() {
  const t = texts().settings;
  const [here, setHere] = useState<OnlyHere | null>(null);
  const known = user.value;
  const own = () => {
    const examples = known?.ledgers.filter(({ example }) => example !== undefined).map(({ id }) => id) ?? [];
    // Of all ledgers, since all of them are wiped.
    return openReplicas().filter(({ ledgerId }) => !examples.includes(ledgerId));
  };
  useEffect(() => {
    if (known) void onlyHere(known).then(setHere);
  }, []);
  const goes = (["files", "typed", "filters"] as const).flatMap((kind) =>
    here && here[kind] > 0 ? t.goes[kind](here[kind]) : [],
  );
  return (
    <>
      <UnsentNote replicas={own} />
      {goes.length > 0 && <Note look="warning">{t.goesWith(goes.join(", "))}</Note>}
    </>
  );
}
