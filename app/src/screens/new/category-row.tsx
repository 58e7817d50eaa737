import { mdiDotsHorizontal, mdiHelpCircleOutline } from "@mdi/js";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { decimalsOf } from "../../amounts/currencies.ts";
import { evaluate } from "../../amounts/expression.ts";
import type { Draft } from "../../drafts/draft.ts";
import { categoryIcon } from "../../icons/icons.ts";
import { asLastTime, predicted } from "../../prediction/predict.ts";
import { lazyPart } from "../../shell/lazy-screen.ts";
import { ledger } from "../../state/device.ts";
import { isWriteOnly } from "../../state/lock.ts";
import { readPack } from "../../state/pack.ts";
import { categories, reference } from "../../state/reference.ts";
import { loadRest, texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Chip, IconButton } from "../../ui/button.tsx";
import { CategoryPicker } from "../../ui/category-picker.tsx";
import { Flow } from "../../ui/stack.tsx";
import s from "./new.module.css";

const Why = lazyPart(async () => {
  const [{ Why }] = await Promise.all([import("./why.tsx"), loadRest()]);
  return Why;
});

const MOST = 6;

interface CategoryRowProps {
  readonly draft: Draft;
  readonly currency: string;
  readonly onChange: (part: Partial<Draft>) => void;
  /** What else there is to tap, in the same row. */
  readonly children: ComponentChildren;
}

/** The categories that are likely, by what was entered before on this device; why, for who asks. An entry in parts has none of its own. */
export function CategoryRow({ draft, currency, onChange, children }: CategoryRowProps) {
  const t = texts().newEntry;
  const [asks, setAsks] = useState<"all" | "why" | null>(null);
  const kind = draft.kind === "income" ? "income" : "expense";
  // What is likely tells of what was entered before.
  const facts = isWriteOnly.value ? [] : (readPack(ledger.value?.id ?? "")?.facts ?? []);
  const amount = evaluate(draft.expression, decimalsOf(currency));
  const usable = (reference.value?.categories ?? []).filter((one) => one.kind === kind && !one.archived);
  const names = new Map(usable.map(({ id, name }) => [id, name]));
  const guesses = predicted(
    facts,
    {
      kind,
      payee: draft.payee,
      amount: "minor" in amount ? amount.minor : null,
      now: new Date(),
      today: today.value,
    },
    (id) => names.get(id),
    MOST,
  );
  const offered = [...new Set([...guesses.map(({ categoryId }) => categoryId), ...usable.map(({ id }) => id)])].slice(
    0,
    MOST,
  );
  const isElsewhere = draft.categoryId !== null && !offered.includes(draft.categoryId);
  const last = draft.isCategoryChosen ? null : asLastTime(facts, draft.payee);
  const choose = (categoryId: string) => {
    setAsks(null);
    const isSame = categoryId === draft.categoryId;
    onChange({ categoryId: isSame ? null : categoryId, isCategoryChosen: true });
  };
  const isWhole = draft.splits.length === 0;
  return (
    <div>
      <Flow>
        {isWhole &&
          [...(isElsewhere ? [draft.categoryId as string] : []), ...offered].map((id) => (
            <Chip
              key={id}
              action="category"
              icon={categoryIcon(categories.value.get(id)?.icon)}
              selected={id === draft.categoryId}
              onClick={() => choose(id)}
            >
              {categories.value.get(id)?.name ?? ""}
            </Chip>
          ))}
        {isWhole && (
          <Chip icon={mdiDotsHorizontal} action="all-categories" onClick={() => setAsks("all")}>
            {t.allCategories}
          </Chip>
        )}
        {isWhole && guesses.length > 0 && (
          <IconButton icon={mdiHelpCircleOutline} label={t.why} action="why" onClick={() => setAsks("why")} />
        )}
        {children}
      </Flow>
      {isWhole && last && last.categoryId === draft.categoryId && (
        <p class={s.rate}>{t.asLastTime(last.times, last.of)}</p>
      )}
      {asks === "all" && (
        <CategoryPicker kind={kind} chosen={draft.categoryId} onCategory={choose} onClose={() => setAsks(null)} />
      )}
      {asks === "why" && <Why guesses={guesses} onClose={() => setAsks(null)} />}
    </div>
  );
}
