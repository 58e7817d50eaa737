import type { Draft, Money } from "../../drafts/draft.ts";
import { accounts, reference } from "../../state/reference.ts";

/** The currencies of the accounts that an entry is in. */
export function moneyOf({ accountId, toAccountId }: Draft): Money & { readonly toCurrency: string | undefined } {
  const currency = accounts.value.get(accountId ?? "")?.currency ?? reference.value?.currency ?? "EUR";
  return { currency, toCurrency: accounts.value.get(toAccountId ?? "")?.currency };
}
