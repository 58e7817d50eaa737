import type { Day } from "../replica/index.ts";
import { type Period, Periods, type Schedule } from "../replica/money/periods.ts";

/** The period so many before or after the one of today; null where the budget has none there. */
export function periodFrom(schedule: Schedule, today: Day, offset: number): Period | null {
  const periods = new Periods(schedule);
  const now = periods.at(today);
  // What begins later has its first period where others have their next one.
  const index = now ? now.index + offset : offset - 1;
  if (index < 0) return null;
  try {
    return periods.byIndex(index);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The day on which a period tells how it stands: today while it runs, its last day when it is over, its first before it. */
export function dayToAsk({ start, end }: Period, today: Day): Day {
  if (today > end) return end;
  return today < start ? start : today;
}

export function isRunning({ start, end }: { start: Day; end: Day }, today: Day): boolean {
  return start <= today && today <= end;
}
