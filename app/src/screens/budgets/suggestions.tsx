import { monthsBefore, suggestionsFrom } from "../../budgets/suggestions.ts";
import { categoryIcon } from "../../icons/icons.ts";
import { spentBetween } from "../../replica/index.ts";
import { useRead } from "../../state/read.ts";
import { accounts, categories, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Amount } from "../../ui/amount.tsx";
import { Card } from "../../ui/card.tsx";
import { Badge, Row } from "../../ui/row.tsx";

/** Up to three budgets that would fit what was usual in the last months. Computed on the device. */
export function Suggestions() {
  const t = texts().budgets;
  const on = today.value;
  const known = reference.value;
  const read = useRead(
    async (replica) => {
      const { from, to, months } = monthsBefore(on);
      return { sums: await spentBetween(replica.store, from, to), months };
    },
    [on],
  );
  if (!read || !known) return null;
  const inUse = known.categories.filter(({ kind, archived }) => kind === "expense" && !archived);
  const suggested = suggestionsFrom(read.sums, read.months, {
    currency: known.currency,
    accounts: accounts.value as never,
    categoryIds: new Set(inUse.map(({ id }) => id)),
  });
  if (suggested.length === 0) return null;
  return (
    <Card title={t.suggestions}>
      {suggested.map(({ categoryId, amount }) => {
        const category = categories.value.get(categoryId);
        return (
          <Row
            key={categoryId}
            action="suggested-budget"
            href={`/budgets/new?category=${categoryId}&amount=${amount}`}
            lead={<Badge path={categoryIcon(category?.icon)} color={category?.color} />}
            title={category?.name ?? ""}
            note={t.suggestionNote}
            end={<Amount minor={amount} currency={known.currency} />}
          />
        );
      })}
    </Card>
  );
}
