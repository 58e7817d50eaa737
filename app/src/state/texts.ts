import { signal } from "@preact/signals";
import type { Texts } from "../texts/texts.ts";
import { type Language, language } from "./settings.ts";

const LOADERS: Record<Language, () => Promise<{ texts: Texts }>> = {
  en: () => import("../texts/en/index.ts"),
  ru: () => import("../texts/ru/index.ts"),
};

const loaded = signal<Texts | null>(null);

/** What the app says, in the language that is chosen. */
export function texts(): Texts {
  if (!loaded.value) throw new Error("The texts are not loaded.");
  return loaded.value;
}

export async function loadTexts(): Promise<void> {
  const { texts } = await LOADERS[language.value]();
  loaded.value = texts;
  document.documentElement.lang = language.value;
}

export async function speak(chosen: Language): Promise<void> {
  language.value = chosen;
  await loadTexts();
}
