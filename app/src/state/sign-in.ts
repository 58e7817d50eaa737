import { batch } from "@preact/signals";
import type { Answer, SignedIn } from "../replica/index.ts";
import { adopt, newSession } from "./connection.ts";
import { changeUser, enter, NOBODY, users } from "./device.ts";
import { closeLedger } from "./ledgers.ts";
import { language, timeZone } from "./settings.ts";
import { syncNow } from "./sync.ts";

export async function register(email: string, password: string, displayName: string): Promise<Answer<SignedIn>> {
  const { session, tokens } = newSession();
  const answer = await session.register({
    email,
    password,
    displayName,
    locale: language.value,
    timeZone,
    device: deviceName(),
  });
  return entered(answer, tokens());
}

export async function logIn(email: string, password: string): Promise<Answer<SignedIn>> {
  const { session, tokens } = newSession();
  return entered(await session.logIn(email, password, deviceName()), tokens());
}

/** Uses the app without an account: nothing leaves the device. */
export function enterLocally(): void {
  enter({ id: NOBODY, email: "", displayName: "", ledgers: [], ledgerId: null });
}

async function entered(answer: Answer<SignedIn>, tokens: { accessToken: string; refreshToken: string } | null) {
  if (!answer.ok || !tokens) return answer;
  const { id, email, displayName } = answer.value.user;
  adopt(id, tokens);
  const local = users.value.find((known) => known.id === NOBODY);
  // Their copies are opened anew, by the session of who takes them along.
  for (const { store } of local?.ledgers ?? []) await closeLedger(store);
  // In one, or it would look for a moment as if there was nothing yet.
  batch(() => {
    enter({ id, email, displayName, ledgers: [], ledgerId: null });
    changeUser(id, { isSignedOut: false });
    // What was begun without an account goes along, under the names of its stores.
    if (local && local.ledgers.length > 0) {
      const known = users.value.find((user) => user.id === id);
      changeUser(id, {
        ledgers: [...(known?.ledgers ?? []), ...local.ledgers],
        ledgerId: known?.ledgerId ?? local.ledgerId,
      });
    }
    users.value = users.value.filter((user) => user.id !== NOBODY);
  });
  await syncNow();
  return answer;
}

/** What a list of one's sessions shows. */
function deviceName(): string {
  const { userAgent } = navigator;
  const system = /Android|iPhone|iPad|Windows|Mac OS X|CrOS|Linux/.exec(userAgent)?.[0] ?? "";
  const browser = /Edg|Firefox|SamsungBrowser|Chrome|Safari/.exec(userAgent)?.[0] ?? "";
  return (
    [browser.replace("Edg", "Edge"), system.replace("Mac OS X", "Mac")].filter(Boolean).join(", ").slice(0, 100) ||
    "Browser"
  );
}
