/** Calendar dates as the API writes them, yyyy-MM-dd, whose order is that of their text; computed as day numbers. */
export type Day = string;

/** 1970-01-01 is day 0. */
export type DayNumber = number;

const MS_PER_DAY = 86_400_000;

/** The last day that the server's calendar has. */
export const LAST_DAY: DayNumber = numberOf("9999-12-31");

export function numberOf(day: Day): DayNumber {
  const [year, month, inMonth] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  const isDate = /^[1-9]\d{3}-\d{2}-\d{2}$/.test(day) && month >= 1 && month <= 12 && inMonth >= 1;
  if (!isDate || inMonth > daysInMonth(year, month)) throw new RangeError(`${day} is no calendar date.`);
  return Date.UTC(year, month - 1, inMonth) / MS_PER_DAY;
}

export function dayOf(number: DayNumber): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

export function partsOf(number: DayNumber): { year: number; month: number; day: number } {
  const date = new Date(number * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day of a month counted since the year 0, or its last one if it is shorter; null after the calendar's end. */
export function dayInMonth(ordinal: number, day: number): DayNumber | null {
  const year = Math.floor(ordinal / 12);
  if (year > 9999) return null;
  const month = (ordinal % 12) + 1;
  return Date.UTC(year, month - 1, Math.min(day, daysInMonth(year, month))) / MS_PER_DAY;
}

/** The calendar day of an instant where somebody lives. */
export function dayAt(instant: Date, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(instant);
}
