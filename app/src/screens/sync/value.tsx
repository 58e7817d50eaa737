import { dayShown } from "../../dates/shown.ts";
import { isObject, type Json } from "../../replica/index.ts";
import { accounts, categories, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";

interface ValueProps {
  readonly field: string;
  readonly value: Json | undefined;
  readonly accountId: Json | undefined;
}

/** A field of an entity as people read it. */
export function Value({ field, value, accountId }: ValueProps) {
  if (value === undefined || value === null || value === "") return <>—</>;
  if (field === "amount" && typeof value === "number") {
    const currency = accounts.value.get(String(accountId))?.currency ?? reference.value?.currency ?? "EUR";
    return <Amount minor={value} currency={currency} />;
  }
  if (field === "date" && typeof value === "string") return <>{dayShown(value)}</>;
  if (field === "categoryId") return <>{categories.value.get(String(value))?.name ?? "—"}</>;
  if (field === "accountId") return <>{accounts.value.get(String(value))?.name ?? "—"}</>;
  if (field === "splits" && Array.isArray(value)) return <>{texts().syncCentre.parts(value.length)}</>;
  if (isObject(value)) return <>{accounts.value.get(String(value.accountId))?.name ?? "…"}</>;
  if (Array.isArray(value)) return <>{value.map(String).join(", ")}</>;
  return <bdi>{String(value)}</bdi>;
}
