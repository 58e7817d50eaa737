import { Screen } from "../../shell/screen.tsx";
import { ledger, NOBODY, user } from "../../state/device.ts";
import { members } from "../../state/reference.ts";
import { gone } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Note } from "../../ui/note.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Activity } from "./activity.tsx";
import { Invite } from "./invite.tsx";
import { JoinLinks } from "./join-links.tsx";
import { JoinRequests } from "./join-requests.tsx";
import { Members } from "./members.tsx";

/** Who shares the ledger, who may come in, and what everybody did. */
export function People() {
  const t = texts().people;
  const known = ledger.value;
  const isAlone = user.value?.id === NOBODY;
  const isBegun = known?.begunAs !== undefined;
  const signature = [...members.value.values()].map(({ userId, role }) => userId + role).join();
  const isOwner = known?.role === "owner";
  return (
    <Screen name="people" title={t.title} up="/more">
      <Stack>
        {isAlone || isBegun ? (
          <Note>
            <p>{isAlone ? texts().server.needsAccount : t.begun}</p>
            {isAlone && <a href="/sign-in">{texts().server.signIn}</a>}
          </Note>
        ) : (
          <>
            {isOwner && <JoinRequests />}
            <Members key={signature} />
            {isOwner && !gone.value && (
              <>
                <JoinLinks />
                <Invite />
              </>
            )}
            <Activity />
          </>
        )}
      </Stack>
    </Screen>
  );
}
