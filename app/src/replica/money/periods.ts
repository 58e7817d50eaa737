import { type Day, type DayNumber, dayInMonth, dayOf, daysInMonth, LAST_DAY, numberOf, partsOf } from "./dates.ts";

export type PeriodKind = "week" | "month" | "quarter" | "year" | "once";

/** What periods are counted by; `every` is how many weeks or months are one. */
export interface Schedule {
  readonly period: PeriodKind;
  readonly startsOn: Day;
  readonly endsOn?: Day | null;
  readonly every?: number | null;
}

/** Both days included. */
export interface Period {
  readonly index: number;
  readonly start: Day;
  readonly end: Day;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * Periods counted from the day they start on, and never from each other: Jan 31 gives Feb 28 and then Mar 31 again. They follow without
 * a gap; the last one is clipped at the end.
 */
export class Periods {
  private readonly kind: PeriodKind;
  private readonly first: DayNumber;
  private readonly last: DayNumber;
  private readonly every: number;

  constructor(schedule: Schedule) {
    this.kind = schedule.period;
    this.first = numberOf(schedule.startsOn);
    this.last = schedule.endsOn ? numberOf(schedule.endsOn) : LAST_DAY;
    this.every = schedule.every ?? 1;
  }

  /** The period that says how things stand on a day: none before the start, the last one after the end. */
  at(day: Day): Period | null {
    const number = numberOf(day);
    return number < this.first ? null : this.byIndex(this.indexOf(Math.min(number, this.last)));
  }

  /** The period an entry of that day belongs to: none before the start and none after the end. */
  containing(day: Day): Period | null {
    return numberOf(day) > this.last ? null : this.at(day);
  }

  /** The period that a decision of a day applies from: the first one before the start, the last one after the end. */
  decidedOn(day: Day): Period {
    return this.at(day) ?? this.byIndex(0);
  }

  byIndex(index: number): Period {
    const start = this.startOf(index);
    if (start === null || start > this.last) throw new RangeError(`The schedule ends before period ${index}.`);
    // The period at the calendar's end has no successor to end before.
    const next = this.startOf(index + 1);
    const end = next === null ? this.last : Math.min(next - 1, this.last);
    return { index, start: dayOf(start), end: dayOf(end) };
  }

  private indexOf(day: DayNumber): number {
    if (this.kind === "once") return 0;
    if (this.kind === "week") return Math.floor((day - this.first) / (7 * this.every));
    const [start, asked] = [partsOf(this.first), partsOf(day)];
    const months = asked.year * 12 + asked.month - (start.year * 12 + start.month);
    const anniversary = Math.min(start.day, daysInMonth(asked.year, asked.month));
    return Math.floor((asked.day < anniversary ? months - 1 : months) / (MONTHS[this.kind] * this.every));
  }

  private startOf(index: number): DayNumber | null {
    if (this.kind === "once") return index === 0 ? this.first : null;
    if (this.kind === "week") {
      const day = this.first + 7 * this.every * index;
      return day <= LAST_DAY ? day : null;
    }
    const start = partsOf(this.first);
    return dayInMonth(start.year * 12 + start.month - 1 + MONTHS[this.kind] * this.every * index, start.day);
  }
}
