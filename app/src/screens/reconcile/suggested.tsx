import { useLocation } from "preact-iso";
import { shown } from "../../amounts/shown.ts";
import { dayShown } from "../../dates/shown.ts";
import { hidesAmounts, locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import type { Suggestion } from "./compare.ts";
import type { Unreconciled } from "./items.ts";
import s from "./reconcile.module.css";
import { nameOf } from "./tick-list.tsx";

interface SuggestedProps {
  readonly suggestions: readonly Suggestion[];
  readonly items: ReadonlyMap<string, Unreconciled>;
  readonly currency: string;
  readonly onTick: (ids: readonly string[], isTicked: boolean) => void;
}

/** Where the difference may come from. Each says why; nothing is done before somebody taps. */
export function Suggested({ suggestions, items, currency, onTick }: SuggestedProps) {
  const t = texts().reconcile;
  const { route } = useLocation();
  if (suggestions.length === 0) return null;
  const money = (minor: bigint) => (hidesAmounts.value ? "•••" : shown(minor, currency, locale.value));
  const named = (id: string) => {
    const item = items.get(id);
    return item ? `${nameOf(item)}, ${dayShown(item.date)}, ${money(item.amount)}` : "";
  };
  const words = (one: Suggestion) => {
    const [first = ""] = one.ids;
    if (one.kind === "tick") return one.ids.length === 1 ? t.tickOne(named(first)) : t.tickMany(one.ids.length);
    if (one.kind === "swapped") return t.swapped(named(first), money(one.amount));
    return one.kind === "nine" ? t.nine : t[one.kind](named(first));
  };
  return (
    <Card title={t.suggestions} look="plain">
      {suggestions.map((one) => {
        const [first = "", second = ""] = one.ids;
        return (
          <div key={`${one.kind}-${one.ids.join()}`} class={s.suggestion} data-suggestion={one.kind}>
            <p>{words(one)}</p>
            {one.kind === "tick" && (
              <Button look="tonal" action="tick-suggested" onClick={() => onTick(one.ids, true)}>
                {t.tick}
              </Button>
            )}
            {(one.kind === "untick" || one.kind === "twin") && (
              <Button look="tonal" action="untick-suggested" onClick={() => onTick([second || first], false)}>
                {t.unticked}
              </Button>
            )}
            {one.ids.length > 0 && one.kind !== "tick" && (
              <Button look="text" action="open-entry" onClick={() => route(`/entries/${second || first}`)}>
                {t.look}
              </Button>
            )}
          </div>
        );
      })}
    </Card>
  );
}
