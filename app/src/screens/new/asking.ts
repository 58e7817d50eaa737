import type { ComponentType } from "preact";
import { type Draft, type Money, sumsOf } from "../../drafts/draft.ts";
import { isEveryday } from "../../drafts/unusual.ts";
import { loadRest } from "../../state/texts.ts";
import type { ReallyProps } from "./really.tsx";

/** What is asked before an entry is saved; null for nothing. It never keeps anybody from saving, so where it is not on the device it is not asked. */
export async function asking(draft: Draft, money: Money) {
  const sums = sumsOf(draft, money);
  if (sums.every(isEveryday)) return null;
  try {
    const [{ Really, unusualOf }] = await Promise.all([import("./really.tsx"), loadRest()]);
    const unusual = await unusualOf(sums);
    return unusual.length === 0 ? null : { Really: Really as ComponentType<ReallyProps>, sums: unusual };
  } catch {
    return null;
  }
}
