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

export type Contrast = "normal" | "high";
export type KeypadOrder = "phone" | "calculator";

export const contrast = remembered<Contrast>("contrast", "normal");
/** In per cent of what the browser has. */
export const textSize = remembered("text-size", 100);
/** Where 1 is: in the upper row as on phones, or in the lower as on calculators. */
export const keypadOrder = remembered<KeypadOrder>("keypad-order", "phone");
export const haptics = remembered("haptics", true);
/** The account of every new entry; null for the one that was used last. */
export const fixedAccount = remembered<string | null>("fixed-account", null);

/** The browser's own: one of the language where there is one, since it knows the country. */
export const locale = computed(() => {
  if (formats.value !== null) return formats.value;
  return (
    navigator.languages.find((known) => known.split("-")[0] === language.value) ??
    navigator.languages[0] ??
    language.value
  );
});

export const separators = computed(() => separatorsOf(locale.value));

/** Of the device, which changes on a journey. */
export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
