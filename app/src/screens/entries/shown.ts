import { isDay } from "../../dates/is-day.ts";
import { dayShown } from "../../dates/shown.ts";
import { folded } from "../../search/fold.ts";
import { PLANNED } from "../../search/query.ts";
import type { Token } from "../../search/tokens.ts";
import { accounts, categories, members } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";

/** A condition of a search in words. */
export function partShown({ key, isNot, value }: Token): string {
  const t = texts().search;
  if (key === null) return t.notWord(value);
  const shown = key === "tag" ? `#${value.replace(/^#/, "")}` : t.keys[key](valueShown(key, value));
  return isNot ? t.not(shown) : shown;
}

function valueShown(key: Exclude<Token["key"], null>, value: string): string {
  const t = texts().search;
  if (key === "account") return accounts.value.get(value)?.name ?? value;
  if (key === "category") {
    if (["none", "нет"].includes(folded(value))) return texts().entries.uncategorised;
    return categories.value.get(value)?.name ?? value;
  }
  if (key === "by") return members.value.get(value)?.displayName ?? value;
  if (key === "import") return "";
  if (key === "status" && PLANNED.includes(folded(value))) return t.planned;
  if (key === "status" && value in t.statuses) return t.statuses[value as keyof typeof t.statuses];
  if (key === "type" && value in t.types) return t.types[value as keyof typeof t.types];
  return isDay(value) ? dayShown(value) : value;
}
