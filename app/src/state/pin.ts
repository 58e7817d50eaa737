/** A PIN as the device keeps it: nothing from which it could be read. */
export interface KeptPin {
  readonly salt: string;
  readonly hash: string;
  readonly rounds: number;
}

const ROUNDS = 310_000;

export async function keptPin(pin: string, rounds = ROUNDS): Promise<KeptPin> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { salt: toText(salt), hash: await hashOf(pin, salt, rounds), rounds };
}

export async function isPin(pin: string, { salt, hash, rounds }: KeptPin): Promise<boolean> {
  return (await hashOf(pin, fromText(salt), rounds)) === hash;
}

export interface Tries {
  readonly wrong: number;
  /** Before this instant no further try is taken. */
  readonly until: number;
}

export const NO_TRIES: Tries = { wrong: 0, until: 0 };

const FREE = 3;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/** After three wrong ones each further try has to wait, twice as long every time, up to an hour. */
export function afterWrong({ wrong }: Tries, now: number): Tries {
  const count = wrong + 1;
  const wait = count < FREE ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count - FREE));
  return { wrong: count, until: now + wait };
}

/** A clock that was put back must not make the wait longer than it ever is. */
export function waitLeft({ until, wrong }: Tries, now: number): number {
  return wrong < FREE ? 0 : Math.min(LONGEST_WAIT_MS, Math.max(0, until - now));
}

async function hashOf(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<string> {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, key, 256);
  return toText(new Uint8Array(bits));
}

export function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function fromText(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
