import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { isDay } from "../dates/is-day.ts";
import { asLastTime } from "../prediction/predict.ts";
import { ledger } from "../state/device.ts";
import { isWriteOnly } from "../state/lock.ts";
import { readPack } from "../state/pack.ts";
import { openAccounts } from "../state/reference.ts";
import { fixedAccount } from "../state/settings.ts";
import { type Draft, EMPTY, type EntryKind, isTyped } from "./draft.ts";

const KEY = "mybudget.draft.";
const LOCKED = "locked.";

/** The entry that is being typed in the ledger on the screen, as the device has kept it, or a new one. */
export function useDraft(query: Readonly<Record<string, string>>): Signal<Draft> {
  const at = placeNow();
  const [initial] = useState(() => kept(at) ?? takenOver(at) ?? begun(query));
  const draft = useSignal<Draft>(initial);
  useEffect(() => draft.subscribe((value) => keep(at, value)), [at]);
  // Asked for while it is open, such as a transfer by the palette.
  const asked = useRef(query.kind);
  if (asked.current !== query.kind) {
    asked.current = query.kind;
    const { kind } = begun(query);
    draft.value = isTyped(draft.value) ? { ...draft.value, ...ofKind(kind) } : begun(query);
  }
  // An account is there as soon as the pack or the store is.
  const { kind, categoryId } = draft.value;
  const accountId = draft.value.accountId ?? usual(kind, categoryId);
  if (accountId !== draft.value.accountId) draft.value = { ...draft.value, accountId };
  return draft;
}

/** Of where the user came from: the account or category on the screen before. */
function begun(query: Readonly<Record<string, string>>): Draft {
  const kind: EntryKind = query.kind === "income" || query.kind === "transfer" ? query.kind : "expense";
  return {
    ...EMPTY,
    kind,
    accountId: query.account ?? null,
    isAccountChosen: query.account !== undefined,
    categoryId: query.category ?? null,
    isCategoryChosen: query.category !== undefined,
    ...(query.payee ? { payee: query.payee } : {}),
    ...(query.tags ? { tags: query.tags.split(",") } : {}),
    ...(query.date && isDay(query.date) ? { date: query.date } : {}),
  };
}

/** Another kind of entry: its purpose is another one, too. */
export function ofKind(kind: EntryKind): Pick<Draft, "kind" | "categoryId" | "splits" | "isCategoryChosen"> {
  return { kind, categoryId: null, splits: [], isCategoryChosen: false };
}

/** The account that is always taken where one is set; else that of the last entry of the kind and the category, or of the kind. */
export function usual(kind: EntryKind, categoryId: string | null = null): string | null {
  const facts = readPack(ledger.value?.id ?? "")?.facts ?? [];
  const open = new Set(openAccounts.value.map(({ id }) => id));
  if (fixedAccount.value !== null && open.has(fixedAccount.value)) return fixedAccount.value;
  const ofKind = facts.filter(({ amount, accountId }) => open.has(accountId) && amount > 0 === (kind === "income"));
  const last = ofKind.find((fact) => categoryId !== null && fact.categoryId === categoryId) ?? ofKind[0];
  return last?.accountId ?? openAccounts.value[0]?.id ?? null;
}

/** With another kind or category the account follows, unless somebody chose one. */
export function withAccount(draft: Draft): Draft {
  if (draft.isAccountChosen || draft.kind === "transfer") return draft;
  return { ...draft, accountId: usual(draft.kind, draft.categoryId) ?? draft.accountId };
}

/** With a payee whose entries agree, the category is that of the last times, unless somebody chose one. */
export function withPayee(draft: Draft, payee: string): Draft {
  if (draft.isCategoryChosen || draft.kind === "transfer" || isWriteOnly.value) return { ...draft, payee };
  const facts = readPack(ledger.value?.id ?? "")?.facts ?? [];
  return { ...draft, payee, categoryId: asLastTime(facts, payee)?.categoryId ?? null };
}

/** Puts an entry to be typed in the place of the one that is kept, which is given back. */
export function beginWith(draft: Draft): Draft | null {
  const at = placeNow();
  const before = kept(at);
  keep(at, draft);
  return before;
}

/** Receipts of entries that are being typed, in any ledger, also behind the lock. */
export function typedReceiptIds(): ReadonlySet<string> {
  const drafts = Object.keys(localStorage).filter((key) => key.startsWith(KEY));
  return new Set(drafts.flatMap((key) => kept(key.slice(KEY.length))?.receiptIds ?? []));
}

export function forgetDraft(): void {
  keep(placeNow(), EMPTY);
}

/** What was typed behind the lock is gone on with once it is open. */
function takenOver(at: string): Draft | null {
  const behind = LOCKED + at;
  const draft = isWriteOnly.value ? null : kept(behind);
  if (draft) keep(at, draft);
  if (draft) keep(behind, EMPTY);
  return draft;
}

/** Behind the lock nothing is shown of what was typed before it, and nothing of that is lost. */
function placeNow(): string {
  return `${isWriteOnly.value ? LOCKED : ""}${ledger.value?.store ?? ""}`;
}

function kept(at: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(KEY + at) ?? "null") as Draft | null;
    return draft && isTyped(draft) ? { ...EMPTY, ...draft } : null;
  } catch {
    return null;
  }
}

function keep(at: string, draft: Draft): void {
  try {
    if (isTyped(draft)) localStorage.setItem(KEY + at, JSON.stringify(draft));
    else localStorage.removeItem(KEY + at);
  } catch {
    // It lasts as long as the page.
  }
}
