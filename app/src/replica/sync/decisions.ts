import type { Kind } from "../entities.ts";
import type { Surroundings } from "../ids.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { type IssueRow, isCreation, kindOf, type OperationType } from "../outbox/operation.ts";
import type { Writing } from "../store/store.ts";
import { type Command, give } from "./commands.ts";
import { dependentsOf } from "./dependents.ts";

/** mine: done after all, over what others did; theirs: given up; both: what others did stays, and mine becomes an entry of its own. */
export type Decision = "mine" | "theirs" | "both";

/** The fields that creations take, of what an entity has. */
const CREATED_WITH: Record<Exclude<Kind, "ledger" | "member" | "import">, readonly string[]> = {
  account: ["name", "type", "currency", "openingBalance", "openedOn", "onBudget", "note", "iban", "position"],
  category: ["name", "group", "kind", "icon", "color", "position"],
  transaction: ["accountId", "date", "amount", "payee", "categoryId", "splits", "transfer", "note", "tags", "status"],
  budget: [
    "name",
    "icon",
    "amount",
    "currency",
    "period",
    "every",
    "startsOn",
    "endsOn",
    "categoryIds",
    "accountIds",
    "rollover",
    "thresholds",
  ],
};

/** Carries out what somebody decided about a conflict or a rejection; what needs it goes the same way. */
export async function decide(
  tables: Writing,
  issue: IssueRow,
  decision: Decision,
  on: string,
  surroundings: Surroundings,
): Promise<void> {
  const following = dependentsOf(issue, await tables.range("issues"));
  for (const one of [issue, ...following]) {
    tables.delete("issues", one.key);
    for (const command of commandsOf(one, decision)) await give(tables, command, on, surroundings);
  }
}

/** Which decisions there are. */
export function choices({ operation, outcome, mine }: IssueRow): Decision[] {
  const isEdit = operation.type === "transaction.revise" && mine !== null;
  return outcome.status === "conflict" && isEdit ? ["mine", "theirs", "both"] : ["mine", "theirs"];
}

function commandsOf(issue: IssueRow, decision: Decision): Command[] {
  const { operation, outcome, mine } = issue;
  const { type, entityId, data } = operation;
  if (decision === "theirs") return [];
  if (decision === "both") {
    if (!choices(issue).includes("both") || !mine)
      throw new RangeError("Only two versions of a transaction can both be kept.");
    return [{ type: "transaction.record", data: newOf("transaction", mine) }];
  }
  const again: Command = { type, entityId, ...(data === undefined ? {} : { data }) };
  if (!outcome.deleted || outcome.status !== "conflict") return [again];
  return revived(type, again, issue);
}

/** What others deleted comes back, as I had it. */
function revived(type: OperationType, again: Command, { operation, outcome, mine }: IssueRow): Command[] {
  const kind = kindOf(type);
  if (type.endsWith(".delete") || type === "category.merge") return [];
  if (kind === "transaction") {
    const snapshot = mine ?? outcome.data ?? undefined;
    const restored: Command = {
      type: "transaction.restore",
      entityId: operation.entityId,
      ...(snapshot ? { snapshot } : {}),
    };
    return type === "transaction.restore" ? [restored] : [restored, again];
  }
  if (kind === "ledger" || !mine) return [];
  const creation: OperationType = kind === "account" ? "account.open" : `${kind}.create`;
  return isCreation(type) ? [again] : [{ type: creation, data: newOf(kind, mine) }];
}

function newOf(kind: keyof typeof CREATED_WITH, mine: JsonObject): JsonObject {
  const entity: JsonObject = { ...mine, ...amountOf(mine) };
  const fields = CREATED_WITH[kind].filter((name) => isSaid(entity[name]));
  return Object.fromEntries(fields.map((name) => [name, entity[name]]));
}

function isSaid(value: Json | undefined): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

/** A budget has the amounts of its periods; a new one begins with the latest that lasts. */
function amountOf({ amounts }: JsonObject): { amount?: Json | undefined } {
  if (!Array.isArray(amounts)) return {};
  const last = amounts.findLast((amount) => isObject(amount) && amount.onlyPeriod !== true);
  return isObject(last) ? { amount: last.amount } : {};
}
