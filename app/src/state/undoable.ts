import type { Command } from "../replica/index.ts";
import { act } from "./act.ts";
import { current } from "./ledgers.ts";
import { say } from "./snack.ts";
import { texts } from "./texts.ts";
import { offerUndo } from "./undo.ts";

/** Does commands, says so, and offers to take them back by commands that the caller knows; where that is all, even after a reload. */
export async function actAndOffer(
  said: string,
  commands: readonly Command[],
  undoing: readonly Command[],
  afterUndo?: () => void,
): Promise<void> {
  await act(...commands);
  const ledger = current.peek();
  if (ledger && !afterUndo) {
    await offerUndo(ledger, said, undoing);
    return;
  }
  say({
    text: said,
    undo: async () => {
      await act(...undoing);
      afterUndo?.();
      say({ text: texts().common.undone });
    },
  });
}
