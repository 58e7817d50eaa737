import type { Command } from "../replica/index.ts";
import { act } from "./act.ts";
import { say } from "./snack.ts";
import { texts } from "./texts.ts";

/** Does commands, says so, and offers to take them back by commands that the caller knows. */
export async function actAndOffer(
  said: string,
  commands: readonly Command[],
  undoing: readonly Command[],
  afterUndo?: () => void,
): Promise<void> {
  await act(...commands);
  say({
    text: said,
    undo: async () => {
      await act(...undoing);
      afterUndo?.();
      say({ text: texts().common.undone });
    },
  });
}
