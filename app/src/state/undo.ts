import { effect } from "@preact/signals";
import type { Command } from "../replica/index.ts";
import { current, type OpenLedger } from "./ledgers.ts";
import { isLocked } from "./lock.ts";
import { SHOWN_MS, say } from "./snack.ts";
import { syncSoon } from "./sync.ts";
import { texts } from "./texts.ts";
import { today } from "./today.ts";

/** What can be taken back, kept beside the ledger's copy: so that a reload does not take the way back with it. */
interface KeptUndo {
  readonly text: string;
  readonly until: number;
  readonly commands: readonly Command[];
}

const KEY = "undo";

/** Says what was done, and offers to take it back for a while, all of it by one tap. */
export async function offerUndo(ledger: Pick<OpenLedger, "replica">, text: string, commands: readonly Command[]) {
  const kept: KeptUndo = { text, until: Date.now() + SHOWN_MS, commands };
  await ledger.replica.store.write("relaxed", async (tables) => tables.put("meta", { key: KEY, value: kept }));
  offer(ledger, kept);
}

/** After a reload, what is left of the time is offered again. */
export function startUndo(): void {
  let seen: OpenLedger | null = null;
  effect(() => {
    const one = current.value;
    // Behind the lock nobody is told what was done.
    if (!one || one === seen || isLocked.value) return;
    seen = one;
    void (async () => {
      const row = await one.replica.store.read((tables) => tables.get("meta", KEY));
      const kept = row?.value as KeptUndo | null | undefined;
      if (kept && kept.until > Date.now()) offer(one, kept);
    })();
  });
}

function offer({ replica }: Pick<OpenLedger, "replica">, { text, until, commands }: KeptUndo): void {
  const undo = async () => {
    await replica.performAll(commands, today.value);
    await replica.store.write("relaxed", async (tables) => tables.delete("meta", KEY));
    syncSoon(replica);
    say({ text: texts().common.undone });
  };
  say({ text, undo }, Math.max(0, until - Date.now()));
}
