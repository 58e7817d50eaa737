import type { Operation, Replica } from "../../replica/index.ts";

type Kind = "ledger" | "account" | "category" | "transaction" | "budget";

/** What an operation is about, in the user's own words: the name or the payee. */
export async function subjectOf(replica: Replica, { type, entityId, data }: Operation): Promise<string | null> {
  const said = data?.name ?? data?.payee;
  if (typeof said === "string" && said !== "") return said;
  const known = (await replica.find(type.split(".")[0] as Kind, entityId)) as {
    name?: string | null;
    payee?: string | null;
    note?: string | null;
  } | null;
  return known?.name ?? known?.payee ?? known?.note ?? null;
}

/** Where it can be edited; nowhere once it is deleted. */
export function placeOf({ type, entityId }: Pick<Operation, "type" | "entityId">): string | null {
  if (type.endsWith(".delete") || type === "category.merge") return null;
  if (type.startsWith("transaction.")) return `/entries/${entityId}`;
  if (type.startsWith("account.")) return `/accounts/${entityId}`;
  if (type.startsWith("budget.")) return `/budgets/${entityId}`;
  return type.startsWith("category.") ? "/categories" : "/ledgers";
}
