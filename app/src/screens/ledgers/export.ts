import { ledger } from "../../state/device.ts";
import { current } from "../../state/ledgers.ts";
import { saveFile } from "../../state/save-file.ts";

const PAGE = 2_000;

/** All of a ledger as this device has it, what is not sent yet included; offline too. */
export async function saveLedger(): Promise<void> {
  const [known, open] = [ledger.value, current.value];
  if (!known || !open) return;
  const { replica } = open;
  const [accounts, categories, budgets, members, imports, pending] = await Promise.all([
    replica.all("account"),
    replica.all("category"),
    replica.all("budget"),
    replica.all("member"),
    replica.all("import"),
    replica.pending(),
  ]);
  const transactions: unknown[] = [];
  let page = await replica.transactions({ limit: PAGE });
  for (;;) {
    transactions.push(...page.items);
    if (!page.next) break;
    page = await replica.transactions({ limit: PAGE, before: page.next });
  }
  const { id, name, currency } = known;
  const savedAt = new Date().toISOString();
  const unsent = pending.map(({ operation, at, on }) => ({ ...operation, at, on }));
  saveFile(`mybudget-${name.replace(/[^\p{L}\p{N}]+/gu, "-")}-${savedAt.slice(0, 10)}.json`, {
    ledger: { id, name, currency },
    savedAt,
    accounts,
    categories,
    budgets,
    members,
    imports,
    transactions,
    unsent,
  });
}
