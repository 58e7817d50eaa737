import { Screen } from "../../shell/screen.tsx";
import { NOBODY, user } from "../../state/device.ts";
import { type Schemas, useServer } from "../../state/server.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Note } from "../../ui/note.tsx";
import { Stack } from "../../ui/stack.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { ChangePassword } from "./change-password.tsx";
import { ConfirmAddress } from "./confirm-address.tsx";
import { Me } from "./me.tsx";
import { OthersHere } from "./others-here.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";
import { SignOut } from "./sign-out.tsx";
import { YourData } from "./your-data.tsx";

/** The user's account: who they are, where they are signed in, and what becomes of their data. */
export function Profile() {
  const t = texts().profile;
  const isAlone = user.value?.id === NOBODY;
  const { value, failure, reload } = useServer<Schemas["User"]>(isAlone ? null : "me");
  return (
    <Screen name="profile" title={t.title} up="/more">
      <Stack>
        {isAlone && (
          <Note>
            <p>{texts().server.needsAccount}</p>
            <TextLink href="/sign-in" action="open-sign-in">
              {texts().server.signIn}
            </TextLink>
          </Note>
        )}
        {failure && <Failed failure={failure} onAgain={reload} />}
        {value && !value.emailVerified && (
          <Card title={t.email} look="plain">
            <Stack>
              <p>{t.notConfirmed}</p>
              <ConfirmAddress onConfirmed={reload} />
            </Stack>
          </Card>
        )}
        {value && <Me me={value} onSaved={reload} />}
        {!isAlone && (
          <>
            <Sessions />
            <ChangePassword />
            <SecondFactor />
          </>
        )}
        <OthersHere />
        <YourData />
        <SignOut />
      </Stack>
    </Screen>
  );
}
