import { type Command, isObject, type JsonObject, type Replica } from "../replica/index.ts";
import { ledger, user } from "./device.ts";
import { current, openLedger } from "./ledgers.ts";
import { askToKeep } from "./storage.ts";
import { syncSoon } from "./sync.ts";
import { today } from "./today.ts";
import { offerUndo } from "./undo.ts";

/** The copy to write to; waits for its store where that is still opening. */
async function replica(): Promise<Replica> {
  if (current.value) return current.value.replica;
  const [known, owner] = [ledger.value, user.value];
  if (!known || !owner) throw new Error("There is no ledger to write to.");
  return (await openLedger(known, owner.id)).replica;
}

/** Does commands, all of them at once on the device, and has them sent. */
export async function act(...commands: readonly Command[]): Promise<void> {
  const target = await replica();
  await target.performAll(commands, today.value);
  syncSoon(target);
  askToKeep();
}

/** Does commands, says so, and offers to take them back in one. */
export async function actWithUndo(said: string, ...commands: readonly Command[]): Promise<void> {
  const target = await replica();
  const before = await target.dataOf(commands);
  const undoing = commands.flatMap((command, place) => inverse(command, before[place] ?? null)).reverse();
  await act(...commands);
  await offerUndo({ replica: target }, said, undoing);
}

/** What takes a command on an entry back: a record is deleted, a deletion restored, an edit gets the values from before. */
function inverse({ type, entityId = "", data }: Command, before: JsonObject | null): Command[] {
  if (type === "transaction.record") return [{ type: "transaction.delete", entityId }];
  if (!before) return type === "transaction.restore" ? [{ type: "transaction.delete", entityId }] : [];
  if (type === "transaction.delete") return [{ type: "transaction.restore", entityId, snapshot: before }];
  const verb = type.slice(type.indexOf(".") + 1);
  if (verb === "revise" && data) return [{ type, entityId, data: wayBack(data, before) }];
  if (verb === "close") return [{ type: "account.reopen", entityId }];
  if (verb === "reopen") return [{ type: "account.close", entityId }];
  return [];
}

/** A merge patch that gives what another changes its values from before; of what was absent, nothing is left. */
function wayBack(patch: JsonObject, before: JsonObject): JsonObject {
  const values = Object.keys(patch).map((name) => {
    const [changed, was] = [patch[name], before[name] ?? null];
    return [name, isObject(changed) && isObject(was) ? { ...was, ...wayBack(changed, was) } : was] as const;
  });
  return Object.fromEntries(values);
}
