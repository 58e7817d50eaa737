import { changeUser, NOBODY, user, userId } from "./device.ts";

/**
 * Puts somebody else of this device in front, or nobody. The one sign-in that the browser keeps is that of who was there before, so that
 * everybody signs in to see their own; what each has not sent stays with their copies.
 */
export function switchTo(id: string | null): void {
  const before = user.value;
  if (before && before.id !== NOBODY) changeUser(before.id, { isSignedOut: true });
  if (id !== null && id !== NOBODY) changeUser(id, { isSignedOut: true });
  userId.value = id;
}
