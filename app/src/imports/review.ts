import type { Schemas } from "../state/server.ts";
import type { Answers, RowAnswer } from "./waiting.ts";

export type Report = Schemas["ImportReport"];
export type ReportRow = Schemas["ImportReportRow"];
export type Tab = "new" | "matches" | "duplicates" | "rejected";

/**
 * Under which heading a row is shown, as the preview proposes it: what is decided about it does not move it away. A row that meets what a
 * bank has told of before is a duplicate; one that meets what somebody typed wants a look.
 */
export function tabOf(row: ReportRow, isOfBank: (entryId: string) => boolean = () => false): Tab {
  if (row.status === "rejected") return "rejected";
  if (row.status === "corrected") return "matches";
  if (row.status === "duplicate") {
    // What the bank's own id or the same file tells needs no look; what only looks alike does.
    const isSure = row.match?.by === "bankId" || row.match?.row != null || row.match?.deleted;
    return isSure || !row.match || isOfBank(row.duplicateOf ?? "") ? "duplicates" : "matches";
  }
  return row.possibleDuplicateOf ? "matches" : "new";
}

export function rowsByTab(
  rows: readonly ReportRow[],
  isOfBank?: (entryId: string) => boolean,
): Record<Tab, ReportRow[]> {
  const all: Record<Tab, ReportRow[]> = { new: [], matches: [], duplicates: [], rejected: [] };
  for (const row of rows) all[tabOf(row, isOfBank)].push(row);
  return all;
}

/** How many rows become entries with what was decided. */
export function willImport(rows: readonly ReportRow[], answers: Answers): number {
  return rows.filter((row) => {
    const answer = answers.rows?.[String(row.row)];
    if (answer === undefined) return row.status === "imported";
    return answer === "import" && row.status !== "rejected";
  }).length;
}

/** What a decision is as an answer; undefined where it is what the preview proposes anyway. */
export function answerFor(row: ReportRow, decision: "same" | "different" | "skip"): RowAnswer | undefined {
  if (decision === "skip") return "skip";
  if (decision === "same") return row.status === "imported" && row.possibleDuplicateOf ? "match" : undefined;
  return row.status === "duplicate" ? "import" : undefined;
}

/** How a row stands with what was decided. */
export function decisionOn(row: ReportRow, answers: Answers): "same" | "different" | "skip" {
  const answer = answers.rows?.[String(row.row)];
  if (answer === "skip") return "skip";
  if (answer === "match") return "same";
  if (answer === "import") return "different";
  return row.status === "imported" ? "different" : "same";
}

export function withAnswer(answers: Answers, row: number, answer: RowAnswer | undefined): Answers {
  const { [String(row)]: _, ...rest } = answers.rows ?? {};
  return { ...answers, rows: answer === undefined ? rest : { ...rest, [String(row)]: answer } };
}

/** Which fields of a row and of the entry that it met differ. */
export function differing(
  row: Pick<ReportRow, "date" | "amount" | "payee">,
  entry: { readonly date: string; readonly amount: number; readonly payee?: string | null },
): readonly ("date" | "amount" | "payee")[] {
  return (["date", "amount", "payee"] as const).filter((field) => (row[field] ?? "") !== (entry[field] ?? ""));
}

/** What the list of entries is asked for: those that an import brought; where it brought none, its account on the days of its rows. */
export function entriesOf(
  id: string,
  counts: { readonly imported?: number | string } | null | undefined,
  rows: readonly ReportRow[] = [],
): URLSearchParams {
  const told = rows.filter(({ date, accountId }) => date && accountId);
  if (Number(counts?.imported ?? 0) > 0 || told.length === 0) return new URLSearchParams({ importId: id });
  const days = told.map(({ date }) => date as string).sort();
  const accounts = [...new Set(told.map(({ accountId }) => accountId as string))];
  return new URLSearchParams({
    accountId: accounts.join(","),
    from: days[0] as string,
    to: days.at(-1) as string,
  });
}

/** Whether anything was answered about a file, so that it can be answered anew; of a single account nobody was asked. */
export function isAnswered(
  { accountId, mapping, accounts, rows, acceptsContradiction }: Answers,
  isAccountAsked: boolean,
): boolean {
  const has = (said: object | undefined) => Object.keys(said ?? {}).length > 0;
  return (
    (isAccountAsked && accountId !== undefined) ||
    has(mapping) ||
    has(accounts) ||
    has(rows) ||
    acceptsContradiction === true
  );
}
