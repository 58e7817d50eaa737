import { type Loaded, type LoadFault, loadUnsent } from "../../state/load-unsent.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";

export type LoadResult = Loaded | LoadFault | null;

/** Loads a file, and shows what became of it and of no file before. */
export async function showLoaded(
  file: Blob,
  show: (result: LoadResult) => void,
  load: typeof loadUnsent = loadUnsent,
): Promise<void> {
  show(null);
  const result = await load(file);
  show(result);
  // The screen is made anew for another ledger, without what was shown on it.
  if (typeof result !== "string" && result.isBegun) say({ text: saidOf(result).join(" ") });
}

/** What was taken and what was not, a sentence each. */
export function saidOf({ taken, known, others }: Loaded): string[] {
  const t = texts().syncCentre;
  return [
    ...(taken > 0 || others.length === 0 ? [t.loaded(taken)] : []),
    ...(known > 0 ? [t.loadedBefore(known)] : []),
    ...(others.length > 0 ? [t.loadedOthers(others.join(", "))] : []),
  ];
}
