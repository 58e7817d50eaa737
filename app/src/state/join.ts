import { remembered } from "./remembered.ts";

/** The code of an invitation that was opened, kept through signing in and registering until it is answered. */
export const joinCode = remembered<string | null>("join-code", null);

/** A link may be opened before anybody is signed in. */
export function keepJoinCode(): void {
  const code = joinCodeIn(location.pathname);
  if (code !== null) joinCode.value = code;
}

export function joinCodeIn(path: string): string | null {
  const code = /^\/join\/([^/]+)/.exec(path)?.[1];
  return code === undefined ? null : decodeURIComponent(code);
}
