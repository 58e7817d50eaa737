import { core } from "./core.ts";
import { rest } from "./rest.ts";

export const texts = { ...core, ...rest };
