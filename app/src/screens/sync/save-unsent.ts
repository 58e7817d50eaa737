import type { OutboxRow } from "../../replica/index.ts";
import { saveFile } from "../../state/save-file.ts";

/** A file of everything that the server does not have yet, so that nothing is lost even where it can never be sent. */
export function saveUnsent(ledgerId: string, rows: readonly OutboxRow[]): void {
  const content = {
    ledgerId,
    savedAt: new Date().toISOString(),
    operations: rows.map(({ operation, at, on }) => ({ ...operation, at, on })),
  };
  saveFile(`mybudget-unsent-${content.savedAt.slice(0, 10)}.json`, content);
}
