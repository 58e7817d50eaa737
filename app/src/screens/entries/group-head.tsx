import { mdiChevronDown, mdiChevronUp } from "@mdi/js";
import { dayShown } from "../../dates/shown.ts";
import type { Head, Totals } from "../../listing/listing.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Unseen } from "../../ui/unseen.tsx";
import s from "./group-head.module.css";

interface GroupHeadProps {
  readonly head: Head;
  readonly isPlannedOpen: boolean;
  readonly onPlanned: () => void;
}

/** A day with what it came to; or the fold under which what is only planned lies. */
export function GroupHead({ head, isPlannedOpen, onPlanned }: GroupHeadProps) {
  const t = texts().entries;
  const title = head.group === "day" ? dayShown(head.day) : t.groups[head.group](head.count);
  const sums = <Sums totals={head.totals} />;
  if (head.group !== "planned") {
    return (
      <h2 class={s.head}>
        <span class={s.title}>{title}</span>
        {sums}
      </h2>
    );
  }
  return (
    <h2 class={s.wrap}>
      <button
        type="button"
        class={`${s.head} ${s.fold}`}
        data-action="planned"
        aria-expanded={isPlannedOpen}
        onClick={onPlanned}
      >
        <Icon path={isPlannedOpen ? mdiChevronUp : mdiChevronDown} class={s.arrow} />
        <span class={s.title}>{title}</span>
        {sums}
      </button>
    </h2>
  );
}

const MOST = 2;

function Sums({ totals }: { readonly totals: Totals }) {
  return (
    <span class={s.sums}>
      <Unseen>{texts().entries.total}</Unseen>
      {totals.slice(0, MOST).map(([currency, sum]) => (
        <Amount key={currency} minor={sum} currency={currency} signed />
      ))}
      {totals.length > MOST && <span>{texts().entries.moreCurrencies(totals.length - MOST)}</span>}
    </span>
  );
}
