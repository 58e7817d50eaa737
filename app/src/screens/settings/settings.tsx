import { Screen } from "../../shell/screen.tsx";
import { NOBODY, user } from "../../state/device.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Stack } from "../../ui/stack.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { SignOut } from "../profile/sign-out.tsx";
import { EntryCard } from "./entry-card.tsx";
import { LockCard } from "./lock-card.tsx";
import { LookCard } from "./look-card.tsx";

export function Settings() {
  const t = texts().settings;
  const isLocal = user.value?.id === NOBODY;
  return (
    <Screen name="settings" title={t.title} up="/more">
      <LookCard />
      <EntryCard />
      <LockCard />
      <Card title={isLocal ? texts().welcome.noAccount : (user.value?.email ?? "")}>
        <Stack>
          {isLocal && (
            <>
              <p>{t.noAccountText}</p>
              <TextLink href="/sign-in" action="open-register">
                {t.register}
              </TextLink>
            </>
          )}
          <TextLink href="/profile" action="open-profile">
            {texts().profile.title}
          </TextLink>
          <SignOut />
        </Stack>
      </Card>
    </Screen>
  );
}
