import { keyOf } from "../entities.ts";
import { newId, type Surroundings } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { isCreation, kindOf, type OperationType, type OutboxRow, outboxKey } from "../outbox/operation.ts";
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
  if (command.entityId === undefined && !isCreation(command.type))
    throw new RangeError(`${command.type} needs an entity.`);
  const entityId = command.entityId ?? newId(surroundings);
  const key = keyOf(kindOf(command.type), entityId);
  const bench = await Workbench.asSeen(tables);
  const known = await bench.onServer(key);
  const isPendingCreation = known === null && (await bench.row(key)) !== null;
  // What is created here is of version 1 once it is there.
  const baseVersion = isCreation(command.type) ? undefined : isPendingCreation ? 1 : known?.version;
  const data = withDay(command, on);
  const snapshot = command.snapshot ?? (command.type === "transaction.restore" ? known?.data : undefined);
  const row: OutboxRow = {
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
  tables.put("outbox", row);
  await bench.lay(row);
  await bench.save();
  return row;
}

/** An amount that is decided today is meant from today on, whenever it is sent. */
function withDay({ type, data }: Command, on: string): JsonObject | undefined {
  const isDecision = type === "budget.revise" && data?.amount !== undefined && data.effectiveOn === undefined;
  return isDecision ? { ...data, effectiveOn: on } : data;
}
