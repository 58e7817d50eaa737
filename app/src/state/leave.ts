import { signal } from "@preact/signals";
import { forgetFilesIn, forgetFilesOf } from "../imports/waiting.ts";
import { pushedUser, unsubscribe } from "../push/subscribe.ts";
import { IndexedDbStore } from "../replica/store/indexeddb.ts";
import { sessionOf } from "./connection.ts";
import { changeUser, type KnownLedger, NOBODY, user, userId, users } from "./device.ts";
import { closeLedger, closeLedgers } from "./ledgers.ts";
import { leftOffline } from "./left.ts";
import { forgetRemembered } from "./remembered.ts";
import { forgetFilters } from "./saved-filters.ts";

/** Until the page begins anew; nothing is typed meanwhile that would go with it. */
export const isLeaving = signal(false);

/** Signs out and takes everything of the user off this device. */
export async function leave(): Promise<void> {
  const known = user.value;
  if (!known) return;
  isLeaving.value = true;
  if (pushedUser.value === known.id) await unsubscribe();
  // Of who is signed out already, the cookie is none, or another's.
  if (known.id !== NOBODY && !known.isSignedOut) {
    const hasEnded = await sessionOf(known.id).logOut();
    if (!hasEnded) leftOffline.value = known.id;
  }
  userId.value = null;
  users.value = users.value.filter(({ id }) => id !== known.id);
  await closeLedgers();
  for (const ledger of known.ledgers) await wipe(ledger);
  await forgetFilesOf(known.id);
  location.assign("/");
}

/** Takes one ledger off this device: it was left, or is not shared with the user any more. */
export async function forgetLedger(ledger: KnownLedger): Promise<void> {
  const known = user.value;
  if (!known) return;
  const ledgers = known.ledgers.filter(({ id }) => id !== ledger.id);
  changeUser(known.id, { ledgers, ledgerId: ledgers[0]?.id ?? null });
  await closeLedger(ledger.store);
  await wipe(ledger);
}

/** Takes a copy off this device, with what was kept beside it. */
export async function wipe({ id, store }: KnownLedger): Promise<void> {
  await IndexedDbStore.delete(store);
  for (const kept of ["pack", "draft"]) localStorage.removeItem(`mybudget.${kept}.${id}`);
  forgetRemembered(`form.${id}`);
  forgetFilters(id);
  await forgetFilesIn(id);
}
