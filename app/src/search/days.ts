import type { Day } from "../replica/index.ts";

/** A day, a month or a year. */
export function daysOf(value: string): { readonly first: Day; readonly last: Day } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? [];
  if (!year) return null;
  const last = day ?? String(new Date(Date.UTC(Number(year), Number(month ?? "12"), 0)).getUTCDate());
  const days = { first: `${year}-${month ?? "01"}-${day ?? "01"}`, last: `${year}-${month ?? "12"}-${last}` };
  return [days.first, days.last].every(isDay) ? days : null;
}

function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

export function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
