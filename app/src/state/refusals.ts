import type { Answer, Failure } from "../replica/index.ts";

/** By ledger, why the server takes nothing of it, in its words. */
export type Refusals = Readonly<Record<string, string>>;

/** After an answer to all that a ledger sends: it is gone (404) and a release that is too old (426) are told otherwise. */
export function refusalsAfter(known: Refusals, ledgerId: string, answer: Answer<unknown>): Refusals {
  const { [ledgerId]: _, ...others } = known;
  if (answer.ok || answer.reason !== "refused" || /404|426/.test(`${answer.problem.status}`)) return others;
  return { ...others, [ledgerId]: wordsOf(answer.problem) };
}

/** What a refusal says of one field of a form: by its name, or by codes that are about nothing else. */
export function saidOf(failure: Failure | null, field: string, codes: readonly string[] = []): string | null {
  if (failure?.reason !== "refused") return null;
  const { errors, code, detail, title } = failure.problem;
  const said = errors?.[field];
  if (said && said.length > 0) return said.map(({ message }) => message).join(" ");
  return codes.includes(code) ? (detail ?? title) : null;
}

/** All that a refusal says: of each field, or else of the whole. */
export function wordsOf({
  detail,
  title,
  errors,
}: {
  detail?: string | null;
  title: string;
  errors?: unknown;
}): string {
  const fields = Object.values((errors ?? {}) as Record<string, readonly { message: string }[]>).flat();
  return fields.length > 0 ? fields.map(({ message }) => message).join(" ") : (detail ?? title);
}
