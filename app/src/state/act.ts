import type { Command, JsonObject, Replica } from "../replica/index.ts";
import { ledger, user } from "./device.ts";
import { current, openLedger } from "./ledgers.ts";
import { say } from "./snack.ts";
import { syncSoon } from "./sync.ts";
import { texts } from "./texts.ts";
import { today } from "./today.ts";

/** The copy to write to; waits for its store where that is still opening. */
async function replica(): Promise<Replica> {
  if (current.value) return current.value.replica;
  const [known, owner] = [ledger.value, user.value];
  if (!known || !owner) throw new Error("There is no ledger to write to.");
  return (await openLedger(known, owner.id)).replica;
}

let askedToPersist = false;

/** Does commands one after the other, each at once on the device, and has them sent. */
export async function act(...commands: readonly Command[]): Promise<void> {
  const target = await replica();
  for (const command of commands) await target.perform(command, today.value);
  syncSoon(target);
  if (!askedToPersist) {
    askedToPersist = true;
    // Until then there is nothing here that the server does not have.
    void navigator.storage?.persist?.();
  }
}

/** Does commands, says so, and offers to take them back in one. */
export async function actWithUndo(said: string, ...commands: readonly Command[]): Promise<void> {
  const target = await replica();
  const undoing: Command[] = [];
  for (const command of commands) undoing.unshift(...(await inverse(target, command)));
  await act(...commands);
  say({
    text: said,
    undo: async () => {
      await act(...undoing);
      say({ text: texts().common.undone });
    },
  });
}

/** What takes a command on an entry back: a record is deleted, a deletion restored, an edit gets the values from before. */
async function inverse(target: Replica, { type, entityId = "", data }: Command): Promise<Command[]> {
  if (type === "transaction.record") return [{ type: "transaction.delete", entityId }];
  const [kind, verb] = type.split(".") as ["transaction" | "account" | "category" | "budget", string];
  const before = (await target.find(kind, entityId)) as unknown as JsonObject | null;
  if (!before) return [];
  if (type === "transaction.delete") return [{ type: "transaction.restore", entityId, snapshot: before }];
  if (verb === "revise" && data) {
    const values = Object.keys(data).map((name) => [name, before[name] ?? null] as const);
    return [{ type, entityId, data: Object.fromEntries(values) }];
  }
  if (verb === "close") return [{ type: "account.reopen", entityId }];
  if (verb === "reopen") return [{ type: "account.close", entityId }];
  return [];
}
