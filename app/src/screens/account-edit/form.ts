import { ibanOf, isIban } from "../../accounts/iban.ts";
import { isDay } from "../../dates/is-day.ts";
import type { Command, JsonObject } from "../../replica/index.ts";
import type { Account } from "../../state/reference.ts";

export const ACCOUNT_TYPES = ["checking", "cash", "creditCard", "savings", "loan", "investment", "other"] as const;

export type AccountType = (typeof ACCOUNT_TYPES)[number];

export interface AccountForm {
  readonly name: string;
  readonly type: AccountType;
  readonly currency: string;
  /** Minor units; null while what is typed is no amount. */
  readonly openingBalance: number | null;
  readonly openedOn: string;
  readonly onBudget: boolean;
  readonly iban: string;
  readonly note: string;
}

/** Budgets count these where nobody says otherwise; as on the server. */
export function countsByItself(type: AccountType): boolean {
  return ["checking", "savings", "cash", "creditCard"].includes(type);
}

export function emptyForm(currency: string, today: string): AccountForm {
  return {
    name: "",
    type: "checking",
    currency,
    openingBalance: 0,
    openedOn: today,
    onBudget: true,
    iban: "",
    note: "",
  };
}

export function formOf(account: Account): AccountForm {
  const { name, type, currency, openingBalance, openedOn, onBudget, iban, note } = account;
  return {
    name,
    type: type as AccountType,
    currency: String(currency),
    openingBalance,
    openedOn,
    onBudget,
    iban: iban ?? "",
    note: note ?? "",
  };
}

export type Fault = "name" | "nameTaken" | "openingBalance" | "openedOn" | "iban";

/** What is to be mended before it can be saved, by the field. */
export function faultsOf(form: AccountForm, id: string | null, others: readonly Account[]): ReadonlySet<Fault> {
  const faults = new Set<Fault>();
  const name = form.name.trim();
  if (name === "") faults.add("name");
  const isSame = (one: Account) => one.id !== id && !one.closed && one.name.toLowerCase() === name.toLowerCase();
  if (others.some(isSame)) faults.add("nameTaken");
  if (form.openingBalance === null) faults.add("openingBalance");
  if (!isDay(form.openedOn)) faults.add("openedOn");
  if (form.iban.trim() !== "" && !isIban(ibanOf(form.iban))) faults.add("iban");
  return faults;
}

/** What is asked of the ledger: a new account, or the changed fields of one; null where nothing is changed. */
export function commandOf(form: AccountForm, account: Account | null): Command | null {
  const { type, openingBalance, openedOn, onBudget } = form;
  const said: JsonObject = {
    name: form.name.trim(),
    type,
    openingBalance: openingBalance ?? 0,
    openedOn,
    onBudget,
    iban: ibanOf(form.iban) || null,
    note: form.note.trim() || null,
  };
  if (!account) {
    const filled = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
    return { type: "account.open", data: { ...filled, currency: form.currency } };
  }
  const was = account as unknown as JsonObject;
  const changed = Object.entries(said).filter(([field, value]) => (was[field] ?? null) !== value);
  if (changed.length === 0) return null;
  return { type: "account.revise", entityId: account.id, data: Object.fromEntries(changed) };
}
