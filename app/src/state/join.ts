import { remembered } from "./remembered.ts";

/** The code of an invitation that was opened, kept through signing in and registering until it is answered. */
export const joinCode = remembered<string | null>("join-code", null);

/** A link may be opened before anybody is signed in. */
export function keepJoinCode(): void {
  const code = /^\/join\/([^/]+)/.exec(location.pathname)?.[1];
  if (!code) return;
  try {
    joinCode.value = decodeURIComponent(code);
  } catch {
    // No link of the server's is like that: the page says that there is no such invitation.
    joinCode.value = code;
  }
}
