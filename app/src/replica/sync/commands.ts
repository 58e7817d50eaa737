import { keyOf } from "../entities.ts";
import { newId, type Surroundings } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { isCreation, kindOf, type OperationType, type OutboxRow, outboxKey } from "../outbox/operation.ts";
import { wellFormed } from "../outbox/well-formed.ts";
import type { Writing } from "../store/store.ts";
import { nextSequence } from "./meta.ts";
import { Workbench } from "./workbench.ts";

/** What a user wants done. */
export interface Command {
  readonly type: OperationType;
  /** Of a creation that names none, a new one; of the ledger's own, the ledger. */
  readonly entityId?: string;
  readonly data?: JsonObject;
  /** Of a restoration, what was deleted, where this copy no longer has it. */
  readonly snapshot?: JsonObject;
}

/** Puts a command into the outbox and does it here, in one. */
export async function give(
  tables: Writing,
  command: Command,
  on: string,
  surroundings: Surroundings,
): Promise<OutboxRow> {
  const [row] = await giveAll(tables, [command], on, surroundings);
  return row as OutboxRow;
}

/** The same of many, in one. */
export async function giveAll(
  tables: Writing,
  commands: readonly Command[],
  on: string,
  surroundings: Surroundings,
): Promise<OutboxRow[]> {
  const bench = await Workbench.asSeen(tables);
  const rows: OutboxRow[] = [];
  for (const command of commands) {
    const row = await rowFor(tables, bench, command, on, surroundings);
    tables.put("outbox", row);
    await bench.lay(row);
    rows.push(row);
  }
  await bench.save();
  return rows;
}

async function rowFor(
  tables: Writing,
  bench: Workbench,
  command: Command,
  on: string,
  surroundings: Surroundings,
): Promise<OutboxRow> {
  if (command.entityId === undefined && !isCreation(command.type))
    throw new RangeError(`${command.type} needs an entity.`);
  const entityId = command.entityId ?? newId(surroundings);
  const key = keyOf(kindOf(command.type), entityId);
  const known = await bench.onServer(key);
  const isPendingCreation = known === null && (await bench.row(key)) !== null;
  // What is created here is of version 1 once it is there.
  const baseVersion = isCreation(command.type) ? undefined : isPendingCreation ? 1 : known?.version;
  const said = withDay(command, on);
  const data = said && wellFormed(said);
  const snapshot = command.snapshot ?? (await snapshotOf(bench, command.type, key, known?.data));
  return {
    key: outboxKey(await nextSequence(tables)),
    operation: {
      id: newId(surroundings),
      type: command.type,
      entityId,
      ...(baseVersion === undefined ? {} : { baseVersion }),
      ...(data === undefined ? {} : { data }),
    },
    at: surroundings.now().toISOString(),
    on,
    ...(snapshot === undefined ? {} : { snapshot }),
    state: "pending",
  };
}

/** What a restoration brings back; of a deletion what it takes away, so that it can be shown among what was deleted. */
async function snapshotOf(bench: Workbench, type: OperationType, key: string, known: JsonObject | undefined) {
  if (type === "transaction.restore") return known;
  return type === "transaction.delete" ? (await bench.row(key))?.data : undefined;
}

/** An amount that is decided today is meant from today on, whenever it is sent. */
function withDay({ type, data }: Command, on: string): JsonObject | undefined {
  const isDecision = type === "budget.revise" && data?.amount !== undefined && data.effectiveOn === undefined;
  return isDecision ? { ...data, effectiveOn: on } : data;
}
