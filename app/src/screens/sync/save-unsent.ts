import type { OutboxRow } from "../../replica/index.ts";

/** A file of everything that the server does not have yet, so that nothing is lost even where it can never be sent. */
export function saveUnsent(ledgerId: string, rows: readonly OutboxRow[]): void {
  const content = {
    ledgerId,
    savedAt: new Date().toISOString(),
    operations: rows.map(({ operation, at, on }) => ({ ...operation, at, on })),
  };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }));
  link.download = `mybudget-unsent-${content.savedAt.slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
