import type { Command, Replica } from "../replica/index.ts";
import { ledger, user } from "./device.ts";
import { undoingOf } from "./inverse.ts";
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
  const undoing = undoingOf(commands, before);
  await act(...commands);
  await offerUndo({ replica: target }, said, undoing);
}
