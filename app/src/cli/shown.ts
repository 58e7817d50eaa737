import { choices, type Entities, type IssueRow, type Outcome, type Synced } from "../replica/index.ts";
import type { JsonObject } from "../replica/json.ts";
import { type Desk, money, short } from "./desk.ts";

export async function accounts({ replica }: Desk): Promise<string[]> {
  const balances = await replica.balances();
  return (await replica.all("account")).map(({ id, name, currency, closed }) => {
    const { balance = 0n, clearedBalance = 0n } = balances.get(id) ?? {};
    const cleared = balance === clearedBalance ? "" : `  (cleared ${money(clearedBalance, currency)})`;
    return `${short(id)}  ${name.padEnd(20)} ${money(balance, currency).padStart(16)}${cleared}${closed ? "  closed" : ""}`;
  });
}

export async function categories({ replica }: Desk): Promise<string[]> {
  return (await replica.all("category")).map(
    ({ id, name, group, kind }) => `${short(id)}  ${kind.padEnd(8)} ${group}: ${name}`,
  );
}

export async function budgets({ replica, today }: Desk): Promise<string[]> {
  const statuses = await replica.statuses(today);
  return (await replica.all("budget")).map(({ id, name, currency, startsOn }) => {
    const status = statuses.get(id);
    if (!status) return `${short(id)}  ${name.padEnd(20)} starts on ${startsOn}`;
    const { spent, available, remaining, state, periodStart, periodEnd, leftToday } = status;
    const figures = `${money(spent, currency)} of ${money(available, currency)}, left ${money(remaining, currency)}`;
    return `${short(id)}  ${name.padEnd(20)} ${periodStart}..${periodEnd}  ${figures}, today ${money(leftToday, currency)}  ${state}`;
  });
}

export async function transactions({ replica }: Desk, account: string | undefined, limit: number): Promise<string[]> {
  const { items } = await replica.transactions({ limit, ...(account ? { account } : {}) });
  const [known, named] = [byId(await replica.all("account")), byId(await replica.all("category"))];
  const waiting = new Set((await replica.pending()).map(({ operation }) => operation.entityId));
  return items.map((entry) => {
    const from = known.get(entry.accountId);
    const to = entry.transfer ? ` -> ${known.get(entry.transfer.accountId)?.name}` : "";
    const category = entry.splits.length > 0 ? "split" : (named.get(entry.categoryId ?? "")?.name ?? "-");
    const mark = waiting.has(entry.id) ? "*" : " ";
    const text = [entry.payee, entry.note].filter(Boolean).join(", ");
    const amount = money(entry.amount, from?.currency ?? "EUR").padStart(14);
    return `${mark}${short(entry.id)}  ${entry.date}  ${amount}  ${from?.name}${to}  ${category}  ${text}`.trimEnd();
  });
}

export async function issues({ replica }: Desk): Promise<string[]> {
  const open = await replica.issues();
  if (open.length === 0) return ["Nothing needs a decision."];
  return open.flatMap((issue) => [
    `${short(issue.key)}  ${issue.outcome.status}: ${issue.operation.type} of ${short(issue.operation.entityId)}`,
    ...details(issue),
    `        decide ${short(issue.key)} ${choices(issue).join("|")}`,
  ]);
}

export async function state({ replica, user, offline }: Desk): Promise<string[]> {
  const [{ cursor, gone }, pending, open] = [await replica.progress(), await replica.pending(), await replica.issues()];
  return [
    `${user.email} at ${user.server}`,
    `ledger ${replica.ledgerId} at ${cursor ?? "nothing"}${gone ? ", which is no longer yours" : ""}`,
    `${offline ? "offline" : "online"}, ${pending.length} to send, ${open.length} to decide`,
  ];
}

export function synced({ outcomes, isAnew }: Synced): string[] {
  const lines = outcomes.map((outcome) => `${outcome.status}  ${short(outcome.entityId)}${told(outcome)}`);
  return [...(isAnew ? ["The server was restored: everything was read again."] : []), ...lines, "up to date"];
}

function told({ fields, problem, repeated }: Outcome): string {
  const parts = [
    repeated ? "done before" : "",
    fields ? `others changed ${fields.join(", ")}` : "",
    problem ? problem.code : "",
  ];
  const said = parts.filter(Boolean).join("; ");
  return said && `  (${said})`;
}

function details({ operation, outcome, mine }: IssueRow): string[] {
  const { problem, deleted, data, fields = [] } = outcome;
  const both = fields.map(
    (field) => `        ${field}: yours ${shownField(mine, field)}, theirs ${shownField(data, field)}`,
  );
  return [
    ...(problem ? [`        ${problem.detail ?? problem.title} (${problem.code})`] : []),
    ...(deleted ? [`        was deleted by somebody; yours: ${JSON.stringify(operation.data ?? {})}`] : []),
    ...both,
  ];
}

function shownField(data: JsonObject | null | undefined, field: string): string {
  return JSON.stringify(data?.[field] ?? null);
}

function byId<T extends Entities["account"] | Entities["category"]>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((entity) => [entity.id, entity]));
}
