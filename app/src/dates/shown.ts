import type { Day } from "../replica/index.ts";
import { language, locale } from "../state/settings.ts";
import { texts } from "../state/texts.ts";
import { today } from "../state/today.ts";
import { shifted } from "./shift.ts";

/** A calendar day as people say it: today, yesterday, or its date; without the year where that is this one. */
export function dayShown(day: Day): string {
  const near = nearName(day);
  return near
    ? texts().dates[near]
    : formatted(day, { weekday: "short", day: "numeric", month: "short", ...year(day) });
}

/** The same in the midst of a sentence: by itself, or as the last day of something. */
export function dayInText(day: Day, as: "on" | "upTo" = "on"): string {
  const near = nearName(day);
  return near ? texts().dates.inText[as][near] : formatted(day, { day: "numeric", month: "long", ...year(day) });
}

function nearName(day: Day): "today" | "yesterday" | "tomorrow" | null {
  if (day === today.value) return "today";
  if (day === shifted(today.value, -1)) return "yesterday";
  return day === shifted(today.value, 1) ? "tomorrow" : null;
}

function year(day: Day): Intl.DateTimeFormatOptions {
  return day.slice(0, 4) === today.value.slice(0, 4) ? {} : { year: "numeric" };
}

export function monthShown(day: Day): string {
  return formatted(day, { month: "long", year: "numeric" });
}

/** A day in as few letters as a bar has room for. */
export function briefly(day: Day): string {
  return formatted(day, { day: "numeric", month: "short" });
}

export function rangeShown(start: Day, end: Day): string {
  return `${briefly(start)} – ${formatted(end, { day: "numeric", month: "short", year: "numeric" })}`;
}

/** An instant by the clock of this device. */
export function timeShown(instant: string): string {
  return new Date(instant).toLocaleString(dateLocale(), { dateStyle: "medium", timeStyle: "short" });
}

/** An instant as people say it: the time alone where it is of today. */
export function momentShown(instant: string): string {
  const at = new Date(instant);
  if (at.toDateString() !== new Date().toDateString()) return timeShown(instant);
  return at.toLocaleTimeString(dateLocale(), { timeStyle: "short" });
}

function formatted(day: Day, options: Intl.DateTimeFormatOptions): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(dateLocale(), { timeZone: "UTC", ...options });
}

/** Words in the language of the app, in the order that the formats have where both agree. */
export function dateLocale(): string {
  return locale.value.split("-")[0] === language.value ? locale.value : language.value;
}
