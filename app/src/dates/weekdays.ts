/** The days that weeks begin with somewhere; 0 is Sunday. */
export const WEEK_STARTS = [1, 0, 6] as const;

export function weekdayName(day: number, language: string): string {
  // 4 January 1970 was a Sunday.
  return new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(1970, 0, 4 + day));
}
