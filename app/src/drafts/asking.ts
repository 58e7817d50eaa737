import type { ComponentType } from "preact";
import { loadRest } from "../state/texts.ts";
import type { ReallyProps } from "./really.tsx";
import { isEveryday, type Sum } from "./unusual.ts";

export interface Asked extends Pick<ReallyProps, "sums"> {
  readonly Really: ComponentType<ReallyProps>;
}

/** What is asked before an entry is saved; null for nothing. It never keeps anybody from saving, so where it is not on the device it is not asked. */
export async function asking(sums: readonly Sum[]): Promise<Asked | null> {
  if (sums.every(isEveryday)) return null;
  try {
    const [{ Really, unusualOf }] = await Promise.all([import("./really.tsx"), loadRest()]);
    const unusual = await unusualOf(sums);
    return unusual.length === 0 ? null : { Really, sums: unusual };
  } catch {
    return null;
  }
}
