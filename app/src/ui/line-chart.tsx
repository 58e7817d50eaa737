import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { axisOf, heightOf } from "../figures/axis.ts";
import { WithAxis } from "./axis.tsx";
import s from "./line-chart.module.css";

export interface ChartPoint {
  /** Where it lies: growing, in any unit, such as a day's number. */
  readonly at: number;
  readonly value: bigint;
}

interface LineChartProps {
  readonly points: readonly ChartPoint[];
  readonly currency: string;
  /** What it shows, for who cannot see it; the figures are in a table beside it. */
  readonly label: string;
  readonly ends: readonly [string, string];
  /** What is said above of the point under the finger, and of the last one while there is none. */
  readonly said: (place: number) => ComponentChildren;
}

const WIDTH = 100;
const HEIGHT = 40;

/** A value that stays until it changes, drawn as steps. */
export function LineChart({ points, currency, label, ends, said }: LineChartProps) {
  const [picked, setPicked] = useState<number | null>(null);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const axis = axisOf(points.map(({ value }) => value));
  const y = (value: bigint) => heightOf(value, axis) * HEIGHT;
  const x = (at: number) => (last.at === first.at ? WIDTH : ((at - first.at) / (last.at - first.at)) * WIDTH);
  const path = points.map(({ at, value }, place) => (place === 0 ? `M${x(at)} ${y(value)}` : `H${x(at)}V${y(value)}`));
  const line = `${path.join("")}H${WIDTH}`;
  const place = picked !== null && picked < points.length ? picked : points.length - 1;
  const pick = (event: PointerEvent & { currentTarget: SVGElement }) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = first.at + ((event.clientX - box.left) / box.width) * (last.at - first.at);
    setPicked(
      Math.max(
        0,
        points.findLastIndex((point) => point.at <= at),
      ),
    );
  };
  return (
    <figure class={s.chart}>
      <div class={s.said} aria-hidden="true">
        {said(place)}
      </div>
      <WithAxis axis={axis} currency={currency}>
        <svg
          class={s.picture}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={label}
          onPointerMove={pick}
          onPointerDown={pick}
          onPointerLeave={() => setPicked(null)}
        >
          {!axis.isCut && <path class={s.area} d={`${line}V${y(0n)}H0Z`} />}
          <path class={s.line} d={line} />
          {picked !== null && (
            <line class={s.mark} x1={x(points[place]?.at ?? 0)} x2={x(points[place]?.at ?? 0)} y1="0" y2={HEIGHT} />
          )}
        </svg>
      </WithAxis>
      <div class={s.ends} aria-hidden="true" dir="ltr">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </figure>
  );
}
