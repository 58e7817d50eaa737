import type { Entities, Place, Replica } from "../replica/index.ts";

const PAGE = 1_000;

/** Every entry that is on this device, newest first; page by page, so that none of the readings is long. */
export async function allEntries(replica: Replica): Promise<Entities["transaction"][]> {
  const found: Entities["transaction"][] = [];
  let before: Place | null = null;
  do {
    const page: { items: Entities["transaction"][]; next: Place | null } = await replica.transactions({
      limit: PAGE,
      ...(before ? { before } : {}),
    });
    found.push(...page.items);
    before = page.next;
  } while (before);
  return found;
}
