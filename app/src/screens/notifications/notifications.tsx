import { useState } from "preact/hooks";
import { Screen } from "../../shell/screen.tsx";
import { NOBODY, user } from "../../state/device.ts";
import { texts } from "../../state/texts.ts";
import { Note } from "../../ui/note.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Inbox } from "./inbox.tsx";
import { Preferences } from "./preferences.tsx";

/** What happened, with the way to what can be done about it; and what is to be told where. */
export function Notifications() {
  const t = texts().notifications;
  const [tab, setTab] = useState<"inbox" | "settings">("inbox");
  if (user.value?.id === NOBODY) {
    return (
      <Screen name="notifications" title={t.title} up="/more">
        <Note>
          <p>{texts().server.needsAccount}</p>
          <a href="/sign-in">{texts().server.signIn}</a>
        </Note>
      </Screen>
    );
  }
  return (
    <Screen name="notifications" title={t.title} up="/more">
      <Stack>
        <Tabs
          label={t.label}
          tabs={(["inbox", "settings"] as const).map((name) => ({ name, label: t.tabs[name] }))}
          chosen={tab}
          onChoose={setTab}
        />
        {tab === "inbox" ? <Inbox /> : <Preferences />}
      </Stack>
    </Screen>
  );
}
