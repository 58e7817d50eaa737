import { IndexedDbStore } from "../replica/store/indexeddb.ts";
import { sessionOf } from "./connection.ts";
import { NOBODY, user, userId, users } from "./device.ts";
import { closeLedgers } from "./ledgers.ts";
import { forgetRemembered } from "./remembered.ts";

/** Signs out and takes everything of the user off this device. */
export async function leave(): Promise<void> {
  const known = user.value;
  if (!known) return;
  if (known.id !== NOBODY) await sessionOf(known.id).logOut();
  userId.value = null;
  users.value = users.value.filter(({ id }) => id !== known.id);
  await closeLedgers();
  for (const { id, store } of known.ledgers) {
    await IndexedDbStore.delete(store);
    for (const kept of ["pack", "draft"]) localStorage.removeItem(`mybudget.${kept}.${id}`);
    forgetRemembered(`form.${id}`);
  }
  location.assign("/");
}
