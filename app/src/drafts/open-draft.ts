import { say } from "../state/snack.ts";
import { texts } from "../state/texts.ts";
import type { Draft } from "./draft.ts";
import { beginWith } from "./draft-state.ts";

/** Opens quick entry with this; what was being typed there before can be had back. */
export function openDraft(draft: Draft, route: (path: string, replace?: boolean) => void): void {
  const before = beginWith(draft);
  route("/new");
  if (!before) return;
  const undo = () => {
    beginWith(before);
    // The form is opened anew with what was typed before.
    route("/entries", true);
    route("/new");
  };
  say({ text: texts().entry.draftReplaced, undo });
}
