import { computed } from "@preact/signals";
import { separatorsOf } from "../amounts/shown.ts";
import { remembered } from "./remembered.ts";

export type Theme = "system" | "light" | "dark" | "black";
export type Language = "en" | "ru";

const preferred = navigator.languages[0] ?? "en";

export const theme = remembered<Theme>("theme", "system");
export const language = remembered<Language>("language", /^ru\b/.test(preferred) ? "ru" : "en");
/** A locale for numbers and dates, where it is not that of the language. */
export const formats = remembered<string | null>("formats", null);
export const hidesAmounts = remembered("hides-amounts", false);
/** 0 is Sunday, 1 Monday, 6 Saturday; null as the locale has it. */
export const weekStart = remembered<number | null>("week-start", null);

/** The browser's own where it is of the language, since it knows the country. */
export const locale = computed(() => {
  if (formats.value !== null) return formats.value;
  return navigator.languages.find((known) => known.split("-")[0] === language.value) ?? language.value;
});

export const separators = computed(() => separatorsOf(locale.value));

export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
