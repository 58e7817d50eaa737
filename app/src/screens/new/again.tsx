import { mdiReplay } from "@mdi/js";
import { shown } from "../../amounts/shown.ts";
import { type Template, templatesOf } from "../../prediction/templates.ts";
import { ledger } from "../../state/device.ts";
import { readPack } from "../../state/pack.ts";
import { accounts, categories } from "../../state/reference.ts";
import { hidesAmounts, locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Chip } from "../../ui/button.tsx";
import { Shelf } from "../../ui/shelf.tsx";

interface AgainProps {
  readonly kind: "expense" | "income";
  readonly onAgain: (template: Template) => void;
}

/** Entries that are made often: a tap makes one more of it, today. */
export function Again({ kind, onAgain }: AgainProps) {
  const t = texts().newEntry;
  const facts = readPack(ledger.value?.id ?? "")?.facts ?? [];
  const usable = templatesOf(facts, kind, today.value).filter(({ fact }) => {
    const account = accounts.value.get(fact.accountId);
    const category = categories.value.get(fact.categoryId ?? "");
    return account && !account.closed && !category?.archived;
  });
  if (usable.length === 0) return null;
  return (
    <Shelf label={t.again}>
      {usable.map((template) => {
        const { payee, categoryId, amount, accountId } = template.fact;
        const currency = accounts.value.get(accountId)?.currency ?? "EUR";
        const money = hidesAmounts.value ? "•••" : shown(Math.abs(amount), currency, locale.value);
        const name = payee ?? categories.value.get(categoryId ?? "")?.name ?? "";
        return (
          <Chip
            key={`${name}|${categoryId}|${accountId}|${amount}`}
            icon={mdiReplay}
            action="template"
            title={t.againWhy(template.times)}
            onClick={() => onAgain(template)}
          >
            {name} {money}
          </Chip>
        );
      })}
    </Shelf>
  );
}
