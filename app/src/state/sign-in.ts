import { batch } from "@preact/signals";
import type { Answer, Session, SignedIn, Tokens } from "../replica/index.ts";
import { adopt, newSession } from "./connection.ts";
import { changeUser, enter, type KnownLedger, type KnownUser, NOBODY, users } from "./device.ts";
import { closeLedger } from "./ledgers.ts";
import { leftOffline, signIn } from "./left.ts";
import { patiently } from "./patiently.ts";
import { language, timeZone } from "./settings.ts";
import { syncNow } from "./sync.ts";

/** What becomes of an example household that is on the device: taken along into the account, or thrown away. */
export interface Along {
  readonly takesExample: boolean;
}

export async function register(
  email: string,
  password: string,
  displayName: string,
  along: Along,
): Promise<Answer<SignedIn>> {
  const { session, tokens } = newSession();
  const answer = await signIn(() =>
    session.register({
      email,
      password,
      displayName,
      locale: language.value,
      timeZone: timeZone(),
      device: deviceName(),
    }),
  );
  return entered(answer, session, tokens(), along);
}

export async function logIn(email: string, password: string, along: Along): Promise<Answer<SignedIn>> {
  const { session, tokens } = newSession();
  const answer = await signIn(() => session.logIn(email, password, deviceName()));
  return entered(answer, session, tokens(), along);
}

/** With a code of the second factor, after the first step was answered with a challenge. */
export async function finishLogIn(challenge: string, code: string, along: Along): Promise<Answer<SignedIn>> {
  const { session, tokens } = newSession();
  const answer = await signIn(() => session.finish(challenge, code));
  return entered(answer, session, tokens(), along);
}

/** Uses the app without an account: nothing leaves the device. */
export function enterLocally(): void {
  enter({ id: NOBODY, email: "", displayName: "", ledgers: [], ledgerId: null });
}

async function entered(
  answer: Answer<SignedIn>,
  session: Session,
  tokens: Tokens | null,
  { takesExample }: Along,
): Promise<Answer<SignedIn>> {
  if (!answer.ok || !tokens) return answer;
  const { id, email, displayName } = answer.value.user;
  // The cookie is another one now, whatever became of the one before.
  leftOffline.value = null;
  adopt(id, tokens);
  const local = users.value.find((known) => known.id === NOBODY);
  // A ledger in which nothing was entered would be one more in an account that has others.
  const empty = local ? await emptyIn(local, session) : [];
  // Their copies are opened anew, by the session of who takes them along.
  for (const { store } of local?.ledgers ?? []) await closeLedger(store);
  const isLeft = (one: KnownLedger) => empty.includes(one) || (one.example !== undefined && !takesExample);
  const taken = (local?.ledgers ?? []).filter((one) => !isLeft(one)).map(({ example: _, ...ledger }) => ledger);
  // Those of ledgers the user took along before belong to them, too. Before anything else: a page may go in the midst of it.
  const known = users.value.find((user) => user.id === id);
  const own = [...(known?.ledgers ?? []), ...taken].map((one) => one.id);
  await (await patiently(() => import("./hand-over.ts"))).handOver(id, own);
  // In one, or it would look for a moment as if there was nothing yet.
  batch(() => {
    enter({ id, email, displayName, ledgers: [], ledgerId: null });
    changeUser(id, { isSignedOut: false, hasEnded: false });
    // What was begun without an account goes along, under the names of its stores.
    if (local && taken.length > 0) {
      const known = users.value.find((user) => user.id === id);
      changeUser(id, {
        ledgers: [...(known?.ledgers ?? []), ...taken],
        ledgerId: known?.ledgerId ?? taken.find(({ id }) => id === local.ledgerId)?.id ?? taken[0]?.id ?? null,
      });
    }
    users.value = users.value.filter((user) => user.id !== NOBODY);
  });
  const thrown = local?.ledgers.filter(isLeft) ?? [];
  if (thrown.length > 0) {
    const { wipe } = await patiently(() => import("./leave.ts"));
    for (const ledger of thrown) await wipe(ledger, NOBODY);
  }
  await syncNow();
  return answer;
}

/** Where it cannot be found out, nothing is thrown away. */
async function emptyIn(local: KnownUser, session: Session): Promise<readonly KnownLedger[]> {
  try {
    return await (await import("./untouched.ts")).untouchedOf(local, session);
  } catch {
    return [];
  }
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
