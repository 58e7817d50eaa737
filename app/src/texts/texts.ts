import type { core } from "./en/core.ts";
import type { rest } from "./en/rest.ts";

/** What every language has to say: what English says. */
export type Texts = CoreTexts & RestTexts;
export type CoreTexts = typeof core;
export type RestTexts = typeof rest;
