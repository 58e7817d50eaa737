import type { Answer, Json } from "../replica/index.ts";
import { sessionOf } from "./connection.ts";
import { ledger, NOBODY, user } from "./device.ts";
import { texts } from "./texts.ts";

/** What only the server knows of the ledger on the screen, or in words why it could not be asked. */
export async function ask<T>(
  path: string,
): Promise<{ readonly value: T } | { readonly why: string; readonly status?: number }> {
  const t = texts().asked;
  const [known, owner] = [ledger.value, user.value];
  if (!known || !owner || owner.id === NOBODY) return { why: t.local };
  const answer: Answer<Json> = await sessionOf(owner.id).request({
    method: "GET",
    path: `ledgers/${known.id}/${path}`,
  });
  if (answer.ok) return { value: answer.value as unknown as T };
  if (answer.reason === "refused") return { why: answer.problem.title, status: answer.problem.status };
  if (answer.reason === "busy") return { why: t.busy(Math.max(1, Math.ceil((answer.retryAfterMs ?? 0) / 60_000))) };
  return { why: t[answer.reason] };
}
