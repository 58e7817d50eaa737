import { computed } from "@preact/signals";
import { remembered } from "./remembered.ts";

/** A ledger of which this device has a copy. */
export interface KnownLedger {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly role: "owner" | "editor" | "viewer";
  /** The name of its store, which stays when a ledger begun without an account is taken along into one. */
  readonly store: string;
  /** Begun on this device under this name, and not known to the server yet. */
  readonly begunAs?: string;
  /** The id that it had where it was saved as a file, by nobody in particular. */
  readonly savedAs?: string;
  /** It was made as an example, of so many operations. */
  readonly example?: number;
}

/** Somebody who uses the app on this device. Several are kept apart: each has their own copies. */
export interface KnownUser {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly ledgers: readonly KnownLedger[];
  readonly ledgerId: string | null;
  readonly isSignedOut?: boolean;
  /** By the server, and not by somebody else who signed in on this device. */
  readonly hasEnded?: boolean;
}

/** Who has not registered: everything stays on the device. */
export const NOBODY = "local";

export const users = remembered<readonly KnownUser[]>("users", []);
export const userId = remembered<string | null>("user", null);

export const user = computed(() => users.value.find(({ id }) => id === userId.value) ?? null);
export const ledger = computed(() => {
  const known = user.value;
  return known?.ledgers.find(({ id }) => id === known.ledgerId) ?? known?.ledgers[0] ?? null;
});

export function changeUser(id: string, change: Partial<KnownUser>): void {
  users.value = users.value.map((known) => (known.id === id ? { ...known, ...change } : known));
}

export function enter(known: KnownUser): void {
  const before = users.value.find(({ id }) => id === known.id);
  const others = users.value.filter(({ id }) => id !== known.id);
  users.value = [
    ...others,
    { ...known, ledgers: before?.ledgers ?? known.ledgers, ledgerId: before?.ledgerId ?? known.ledgerId },
  ];
  userId.value = known.id;
}

export function changeLedger(id: string, change: Partial<KnownLedger>): void {
  const known = user.value;
  if (known) {
    changeUser(known.id, {
      ledgers: known.ledgers.map((ledger) => (ledger.id === id ? { ...ledger, ...change } : ledger)),
    });
  }
}

export function storeNameOf(user: string, ledgerId: string): string {
  return `mybudget-${user}-${ledgerId}`;
}
