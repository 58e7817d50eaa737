import type { components } from "../../replica/api/schema.js";
import type { Failure, Replica } from "../../replica/index.ts";
import { act } from "../../state/act.ts";
import { sessionOf } from "../../state/connection.ts";
import { ledger, NOBODY, user } from "../../state/device.ts";
import { syncNow } from "../../state/sync.ts";
import { confirming, type Unreconciled } from "./items.ts";

export type Statement = components["schemas"]["AccountReconciliation"];
type Reconciliation = components["schemas"]["Reconciliation"];

/** Why a statement could not be recorded; what was ticked is kept. */
export type Trouble =
  | { readonly kind: "noAccount" | "offline" | "signedOut" | "unsent" }
  | { readonly kind: "differs"; readonly difference: number }
  | { readonly kind: "refused"; readonly words: string };

interface Ticked {
  readonly item: Unreconciled;
  readonly isTicked: boolean;
}

/** Confirms what was ticked, has that sent, and records that the account agrees with the statement. Null when it is done. */
export async function finish(
  replica: Replica,
  accountId: string,
  { on, balance, ticked }: { on: string; balance: number; ticked: readonly Ticked[] },
): Promise<Trouble | null> {
  const known = user.value;
  if (!known || known.id === NOBODY) return { kind: "noAccount" };
  if (known.isSignedOut) return { kind: "signedOut" };
  // Asked first, so that nothing is changed by an attempt that cannot succeed.
  const reached = await statementsOf(accountId, 1);
  if (!reached.ok) return troubleOf(reached);
  const changed = ticked.filter(({ item, isTicked }) => item.isPending === isTicked);
  await act(...changed.map(({ item, isTicked }) => confirming(item, accountId, isTicked)));
  await syncNow();
  await replica.sync();
  const ids = new Set(ticked.map(({ item }) => item.id));
  if ((await replica.pending()).some(({ operation }) => ids.has(operation.entityId))) return { kind: "unsent" };
  const answer = await sessionOf(known.id).request({
    method: "POST",
    path: `${pathOf(accountId)}/reconciliation`,
    body: { on, balance },
  });
  if (!answer.ok) return troubleOf(answer);
  const { difference, id } = answer.value as unknown as Reconciliation;
  if (!id) return { kind: "differs", difference };
  void syncNow();
  return null;
}

export async function statementsOf(accountId: string, limit: number) {
  const answer = await sessionOf(user.value?.id ?? "").request({
    method: "GET",
    path: `${pathOf(accountId)}/reconciliations?limit=${limit}`,
  });
  if (!answer.ok) return answer;
  const { items = [] } = answer.value as unknown as { items?: Statement[] };
  return { ...answer, value: items };
}

/** Takes the last statement back: its entries are cleared again. */
export async function undo({ accountId, id, version }: Statement): Promise<Trouble | null> {
  const answer = await sessionOf(user.value?.id ?? "").request({
    method: "DELETE",
    path: `${pathOf(accountId)}/reconciliations/${id}`,
    headers: { "If-Match": `"${version}"` },
  });
  void syncNow();
  return answer.ok ? null : troubleOf(answer);
}

export function troubleOf(failure: Failure): Trouble {
  if (failure.reason === "refused") {
    return { kind: "refused", words: failure.problem.detail ?? failure.problem.title };
  }
  return { kind: failure.reason === "signedOut" ? "signedOut" : "offline" };
}

function pathOf(accountId: string): string {
  return `ledgers/${ledger.value?.id ?? ""}/accounts/${accountId}`;
}
