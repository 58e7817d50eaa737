import type { Failure } from "../replica/index.ts";
import { whyNot } from "../state/server.ts";
import { texts } from "../state/texts.ts";
import { Button } from "./button.tsx";
import { Note } from "./note.tsx";

/** What the server could not be asked, why, and the way on. */
export function Failed({ failure, onAgain }: { readonly failure: Failure; readonly onAgain?: () => void }) {
  const t = texts().server;
  const isSignedOut = failure.reason === "signedOut";
  return (
    <Note look={failure.reason === "refused" ? "fault" : "warning"}>
      <p>{whyNot(failure)}</p>
      {isSignedOut && (
        <a href="/sign-in" data-action="open-sign-in">
          {t.signIn}
        </a>
      )}
      {onAgain && !isSignedOut && (
        <div>
          <Button look="outlined" action="try-again" onClick={onAgain}>
            {t.again}
          </Button>
        </div>
      )}
    </Note>
  );
}
