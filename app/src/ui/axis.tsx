import type { ComponentChildren } from "preact";
import { compactly } from "../amounts/compact.ts";
import { type Axis, heightOf } from "../figures/axis.ts";
import { locale } from "../state/settings.ts";
import { texts } from "../state/texts.ts";
import s from "./axis.module.css";

interface WithAxisProps {
  readonly axis: Axis;
  readonly currency: string;
  /** The picture, as high as its box. */
  readonly children: ComponentChildren;
}

/** A chart of amounts with what its heights stand for. Whoever cannot see it has the figures in a table. */
export function WithAxis({ axis, currency, children }: WithAxisProps) {
  return (
    <>
      <div class={s.plot} dir="ltr">
        <div class={s.picture}>
          {axis.ticks.map((tick) => (
            <span key={String(tick)} class={tick === 0n ? s.zero : s.line} style={{ "--at": at(tick, axis) }} />
          ))}
          {children}
        </div>
        <div class={s.labels} aria-hidden="true">
          {axis.ticks.map((tick) => (
            <span key={String(tick)} class={s.label} style={{ "--at": at(tick, axis) }} data-tick={String(tick)}>
              {compactly(tick, currency, locale.value)}
            </span>
          ))}
          {/* As wide as the widest of them. */}
          <span class={s.width}>{longest(axis, currency)}</span>
        </div>
      </div>
      {axis.isCut && <p class={s.note}>{texts().accounts.axisCut}</p>}
    </>
  );
}

function at(tick: bigint, axis: Axis) {
  return `${heightOf(tick, axis) * 100}%`;
}

function longest(axis: Axis, currency: string): string {
  return axis.ticks
    .map((tick) => compactly(tick, currency, locale.value))
    .reduce((widest, one) => (one.length > widest.length ? one : widest), "");
}
