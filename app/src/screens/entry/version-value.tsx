import { dayShown } from "../../dates/shown.ts";
import { accounts, categories, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import type { Version, VersionField } from "./versions.ts";

/** A field of a version in words. */
export function VersionValue({ name, version }: { readonly name: VersionField; readonly version: Version }) {
  const t = texts();
  const none = <span>{t.entryHistory.nothing}</span>;
  const currency = accounts.value.get(version.accountId)?.currency ?? reference.value?.currency ?? "EUR";
  switch (name) {
    case "amount":
      return <Amount minor={version.amount} currency={currency} signed />;
    case "accountId":
      return <bdi>{accounts.value.get(version.accountId)?.name ?? t.entryHistory.unknown}</bdi>;
    case "date":
      return <>{dayShown(version.date)}</>;
    case "categoryId":
      return version.categoryId ? (
        <bdi>{categories.value.get(version.categoryId)?.name ?? t.entryHistory.unknown}</bdi>
      ) : (
        none
      );
    case "splits":
      return version.splits?.length ? <span>{t.entries.split(version.splits.length)}</span> : none;
    case "transfer": {
      const to = version.transfer?.accountId;
      return typeof to === "string" ? <bdi>{accounts.value.get(to)?.name ?? t.entryHistory.unknown}</bdi> : none;
    }
    case "tags":
      return version.tags?.length ? <bdi>{version.tags.map((tag) => `#${tag}`).join(" ")}</bdi> : none;
    case "status":
      return <>{t.search.statuses[(version.status ?? "cleared") as keyof typeof t.search.statuses]}</>;
    default:
      return version[name] ? <bdi>{version[name]}</bdi> : none;
  }
}
