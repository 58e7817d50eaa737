import { Screen } from "../../shell/screen.tsx";
import { ledger, NOBODY, user } from "../../state/device.ts";
import { members } from "../../state/reference.ts";
import { type Schemas, useServer } from "../../state/server.ts";
import { gone } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Note } from "../../ui/note.tsx";
import { Stack } from "../../ui/stack.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { ConfirmAddress } from "../profile/confirm-address.tsx";
import { Activity } from "./activity.tsx";
import { FactorDemand } from "./factor-demand.tsx";
import { Invite } from "./invite.tsx";
import { JoinLinks } from "./join-links.tsx";
import { JoinRequests } from "./join-requests.tsx";
import { Members } from "./members.tsx";

/** Who has not proved their address can invite nobody by mail, and be invited by nobody. */
function Unconfirmed() {
  const t = texts().people;
  const { value, reload } = useServer<Schemas["User"]>("me");
  if (!value || value.emailVerified) return null;
  return (
    <Card title={t.confirmFirst} look="plain">
      <Stack>
        <p>{t.confirmText(value.email)}</p>
        <ConfirmAddress onConfirmed={reload} />
      </Stack>
    </Card>
  );
}

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
            {isAlone && (
              <TextLink href="/sign-in" action="open-sign-in">
                {texts().server.signIn}
              </TextLink>
            )}
          </Note>
        ) : (
          <>
            <Unconfirmed />
            {isOwner && <JoinRequests />}
            <Members key={signature} />
            {isOwner && !gone.value && (
              <>
                <JoinLinks />
                <Invite />
                <FactorDemand />
              </>
            )}
            <Activity />
          </>
        )}
      </Stack>
    </Screen>
  );
}
