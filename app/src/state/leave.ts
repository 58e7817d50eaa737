import { forgetFilesIn, forgetFilesOf } from "../imports/waiting.ts";
import { pushedUser } from "../push/pushed.ts";
import { unsubscribe } from "../push/subscribe.ts";
import { placeOf, receiptsHere } from "../receipts/counted.ts";
import { forgetReceiptsWhere } from "../receipts/kept.ts";
import { IndexedDbStore } from "../replica/store/indexeddb.ts";
import { sessionOf } from "./connection.ts";
import { changeUser, type KnownLedger, type KnownUser, NOBODY, user, userId, users } from "./device.ts";
import { joinCode } from "./join.ts";
import { isLeaving, leaving } from "./leaving.ts";
import { closeLedger, closeLedgers } from "./ledgers.ts";
import { leftOffline } from "./left.ts";
import { lock } from "./lock.ts";
import { forgetRemembered } from "./remembered.ts";
import { forgetFilters } from "./saved-filters.ts";

/** Signs out and takes everything of the user off this device. */
export async function leave(): Promise<void> {
  if (user.value) await leaveAs([user.value.id]);
}

/** Takes everybody off this device, and the lock with them, for whoever has forgotten the PIN. */
export async function leaveAll(): Promise<void> {
  await leaveAs(users.value.map(({ id }) => id));
}

async function leaveAs(ids: readonly string[]): Promise<void> {
  leaving.value = ids;
  const known = user.value;
  if (known && pushedUser.value === known.id) await unsubscribe();
  // Of who is signed out already, the cookie is none, or another's.
  if (known && isSignedIn(known)) {
    const hasEnded = await sessionOf(known.id).logOut();
    if (!hasEnded) leftOffline.value = known.id;
  }
  await takeOff();
}

/** Goes on with what a page that went has begun; the sign-in ends at the next contact. */
export async function leaveOn(): Promise<void> {
  if (!isLeaving.value) return;
  const known = user.value;
  if (known && leaving.value.includes(known.id) && isSignedIn(known)) leftOffline.value = known.id;
  if (pushedUser.value !== null && leaving.value.includes(pushedUser.value)) void unsubscribe();
  await takeOff();
}

async function takeOff(): Promise<void> {
  const gone = users.value.filter(({ id }) => leaving.value.includes(id));
  userId.value = null;
  await closeLedgers();
  for (const { id, ledgers } of gone) for (const ledger of ledgers) await wipe(ledger, id);
  const isLast = gone.length === users.value.length;
  for (const { id } of gone) {
    await forgetFilesOf(id, isLast);
    await forgetReceiptsWhere(({ userId }) => userId === id || (isLast && userId === null));
  }
  users.value = users.value.filter(({ id }) => !leaving.value.includes(id));
  if (users.value.length === 0 || (lock.value?.by && leaving.value.includes(lock.value.by))) lock.value = null;
  // Meant for whoever opened it.
  joinCode.value = null;
  leaving.value = [];
  location.assign("/");
}

function isSignedIn({ id, isSignedOut }: KnownUser): boolean {
  return id !== NOBODY && !isSignedOut;
}

/** Takes one ledger off this device: it was left, or is not shared with the user any more. */
export async function forgetLedger(ledger: KnownLedger): Promise<void> {
  const known = user.value;
  if (!known) return;
  const ledgers = known.ledgers.filter(({ id }) => id !== ledger.id);
  changeUser(known.id, { ledgers, ledgerId: ledgers[0]?.id ?? null });
  await closeLedger(ledger.store);
  await wipe(ledger, known.id);
}

/** Takes a user's copy off this device, with what was kept beside it. Somebody else may have a copy of the same ledger. */
export async function wipe({ id, store }: KnownLedger, owner: string): Promise<void> {
  await IndexedDbStore.delete(store);
  localStorage.removeItem(`mybudget.pack.${id}`);
  for (const kept of ["draft", "draft.locked"]) localStorage.removeItem(`mybudget.${kept}.${store}`);
  forgetRemembered(`form.${store}.`);
  forgetFilters(store);
  if (localStorage.getItem("mybudget.budget-draft")?.includes(`"${store}"`)) forgetRemembered("budget-draft");
  await forgetFilesIn(id, owner);
  await forgetReceiptsWhere(({ userId, ledgerId }) => userId === owner && ledgerId === id);
  const { [placeOf(owner, id)]: _, ...others } = receiptsHere.value;
  receiptsHere.value = others;
}
