import type { JsonObject } from "../replica/index.ts";
import { columnWith, type Sample } from "./table.ts";
import type { Answers } from "./waiting.ts";

export interface BankAccountFound {
  readonly bankAccount: string | null;
  readonly bank: string | null;
  readonly kind: string | null;
  readonly currency: string | null;
  readonly entries: number;
}

/** What a file leaves open, and how it can be answered. */
export type Question =
  | { readonly kind: "accounts"; readonly found: readonly BankAccountFound[] }
  | { readonly kind: "dates"; readonly formats: readonly string[] }
  | { readonly kind: "decimals"; readonly separators: readonly string[] }
  | { readonly kind: "sheet"; readonly sheets: readonly string[] }
  | { readonly kind: "encoding" }
  | { readonly kind: "columns"; readonly names: readonly string[] }
  | { readonly kind: "fee"; readonly columns: readonly string[] }
  | { readonly kind: "signs" }
  | { readonly kind: "outColumn"; readonly columns: readonly [string, string] }
  | { readonly kind: "opening"; readonly balances: readonly string[] }
  | {
      readonly kind: "words";
      readonly column: string | null;
      readonly isMark: boolean;
      readonly words: readonly string[];
    };

/** Which question a refusal is; null where it is no question. */
export function questionIn(problem: JsonObject, sample: Sample): Question | null {
  const candidates = textsIn(problem.candidates);
  switch (problem.code) {
    case "imports.accounts-needed":
      return { kind: "accounts", found: (problem.accounts ?? []) as unknown as readonly BankAccountFound[] };
    case "imports.ambiguous-dates":
      return { kind: "dates", formats: candidates };
    case "imports.ambiguous-amounts":
      return { kind: "decimals", separators: candidates };
    case "imports.sheet-needed":
      return { kind: "sheet", sheets: candidates };
    case "imports.bad-encoding":
      return { kind: "encoding" };
    case "imports.layout-needed":
      return candidates.at(-1) === "none" && !sample.headers.includes("none")
        ? { kind: "fee", columns: candidates.slice(0, -1) }
        : { kind: "columns", names: candidates.length > 0 ? candidates : sample.headers };
    case "imports.direction-needed":
      return direction(candidates, sample);
    default:
      return null;
  }
}

/** Columns, a balance, or words: the candidates and where they stand in the file tell which. */
function direction(candidates: readonly string[], sample: Sample): Question {
  if (candidates.length === 0 || candidates.every((one) => one === "true" || one === "false")) return { kind: "signs" };
  const [first, second, more] = candidates;
  if (first !== undefined && second !== undefined && more === undefined) {
    const isColumn = (one: string) =>
      sample.headers.includes(one) || (/^\d{1,2}$/.test(one) && Number(one) < sample.headers.length);
    if (isColumn(first) && isColumn(second)) return { kind: "outColumn", columns: [first, second] };
    if ([first, second].every((one) => /^-?\d+(\.\d+)?$/.test(one))) return { kind: "opening", balances: candidates };
  }
  const column = columnWith(sample, candidates);
  return { kind: "words", column: column?.name ?? null, isMark: column?.isPart ?? false, words: candidates };
}

/** Answers with what was said now; the preview that rows were decided in is another one from then on. */
export function withMapping(answers: Answers, said: NonNullable<Answers["mapping"]>): Answers {
  const { rows: _, ...rest } = answers;
  return { ...rest, mapping: { ...rest.mapping, ...said } };
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
