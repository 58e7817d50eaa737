import { mdiContentCopy, mdiDeleteOutline } from "@mdi/js";
import { useLocation } from "preact-iso";
import { openDraft } from "../../drafts/open-draft.ts";
import { repeated } from "../../drafts/repeated.ts";
import type { Entities } from "../../replica/index.ts";
import { actWithUndo } from "../../state/act.ts";
import { canWrite } from "../../state/ledgers.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { IconButton } from "../../ui/button.tsx";
import { useOnce } from "../../ui/once.ts";

interface EntryActionsProps {
  readonly entry: Entities["transaction"];
  /** It was deleted. */
  readonly onGone: () => void;
}

/** What can be done with an entry as a whole. */
export function EntryActions({ entry, onGone }: EntryActionsProps) {
  const t = texts().entry;
  const { route } = useLocation();
  const remove = useOnce(async () => {
    if (entry.status === "reconciled") return say({ text: t.deleteReconciled });
    await actWithUndo(t.deleted, { type: "transaction.delete", entityId: entry.id });
    onGone();
    return true;
  });
  if (!canWrite.value) return null;
  const repeat = () => openDraft(repeated(entry), route);
  return (
    <>
      <IconButton icon={mdiContentCopy} label={t.repeat} action="repeat" onClick={repeat} />
      <IconButton icon={mdiDeleteOutline} label={t.delete} action="delete" onClick={() => void remove()} />
    </>
  );
}
