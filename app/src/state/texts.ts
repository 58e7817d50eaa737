import { signal } from "@preact/signals";
import type { CoreTexts, RestTexts, Texts } from "../texts/texts.ts";
import { type Language, language } from "./settings.ts";
import { say } from "./snack.ts";

interface Loaders {
  readonly core: () => Promise<{ core: CoreTexts }>;
  readonly rest: () => Promise<{ rest: RestTexts }>;
}

const LOADERS: Record<Language, Loaders> = {
  en: { core: () => import("../texts/en/core.ts"), rest: () => import("../texts/en/rest.ts") },
  ru: { core: () => import("../texts/ru/core.ts"), rest: () => import("../texts/ru/rest.ts") },
};

const loaded = signal<{ readonly of: Language; readonly texts: CoreTexts & Partial<RestTexts> } | null>(null);

/**
 * What the app says, in the language that is chosen. Screens that are not there from the beginning come with the rest of it; a test sees
 * to it that the others do without.
 */
export function texts(): Texts {
  if (!loaded.value) throw new Error("The texts are not loaded.");
  return loaded.value.texts as Texts;
}

export async function loadTexts(): Promise<void> {
  const of = language.peek();
  const { core } = await LOADERS[of].core();
  loaded.value = { of, texts: core };
  document.documentElement.lang = of;
}

/** What all the screens say that are not there from the beginning. */
export async function loadRest(): Promise<void> {
  const known = loaded.peek();
  if (!known || "imports" in known.texts) return;
  const { rest } = await LOADERS[known.of].rest();
  if (loaded.peek()?.of === known.of) loaded.value = { of: known.of, texts: { ...known.texts, ...rest } };
  else await loadRest();
}

export async function speak(chosen: Language): Promise<void> {
  const all = await Promise.all([LOADERS[chosen].core(), LOADERS[chosen].rest()]).catch(() => null);
  if (!all) return say({ text: texts().broken.notHere });
  const [{ core }, { rest }] = all;
  language.value = chosen;
  loaded.value = { of: chosen, texts: { ...core, ...rest } };
  document.documentElement.lang = chosen;
}
