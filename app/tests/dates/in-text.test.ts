import { expect, it, vi } from "vitest";

vi.stubGlobal("navigator", { languages: ["en-GB"] });
vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
vi.stubGlobal("addEventListener", () => undefined);
vi.stubGlobal("document", { documentElement: {} });
const { dayInText } = await import("../../src/dates/shown.ts");
const { today } = await import("../../src/state/today.ts");
const { speak, texts } = await import("../../src/state/texts.ts");
today.value = "2026-11-29";

it.each([
  ["en", "2026-11-29", "This account is reconciled up to today."],
  ["en", "2026-11-27", "This account is reconciled up to 27 November."],
  ["ru", "2026-11-29", "Этот счёт сверен по сегодняшний день."],
  ["ru", "2026-11-28", "Этот счёт сверен по вчерашний день."],
  ["ru", "2026-11-27", "Этот счёт сверен по 27 ноября."],
] as const)("says in %s within a sentence up to when it is: %s", async (language, day, said) => {
  await speak(language);
  expect(texts().newEntry.reconciled(dayInText(day, "upTo"))).toBe(said);
});

it("says on which day it was", async () => {
  await speak("ru");
  expect(texts().accounts.reconciledOn(dayInText("2026-11-29"))).toBe("сверен сегодня");
});
