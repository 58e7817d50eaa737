import { useRef, useState } from "preact/hooks";
import { say } from "../state/snack.ts";
import { texts } from "../state/texts.ts";
import { AddReceipt } from "./add.tsx";
import { dropReceipt, putBack } from "./desk.ts";
import { MOST_RECEIPTS } from "./prepared.ts";
import s from "./receipts.module.css";
import { type ShownReceipt, typedReceipts } from "./shown.ts";
import { Thumb } from "./thumb.tsx";
import { useShown } from "./use-shown.ts";
import { Viewer } from "./viewer.tsx";

interface TypedReceiptsProps {
  readonly ids: readonly string[];
  readonly onIds: (ids: readonly string[]) => void;
}

/** The receipts of the entry that is being typed. */
export function TypedReceipts({ ids, onIds }: TypedReceiptsProps) {
  const all = useShown(() => typedReceipts(ids), ids.join());
  const [openId, setOpenId] = useState<string | null>(null);
  // What is added or undone meanwhile goes on from what there is then.
  const now = useRef(ids);
  now.current = ids;
  const open = all.find(({ id }) => id === openId);
  const remove = async ({ id, kept }: ShownReceipt) => {
    await dropReceipt(id);
    onIds(now.current.filter((one) => one !== id));
    const undo = async () => {
      if (kept) await putBack(kept);
      onIds([...now.current, id]);
    };
    say({ text: texts().receipts.removed, undo });
    return null;
  };
  return (
    <div class={s.strip}>
      {all.map((receipt) => (
        <Thumb key={receipt.id} receipt={receipt} entryId={null} onOpen={() => setOpenId(receipt.id)} />
      ))}
      <AddReceipt
        entryId={null}
        room={MOST_RECEIPTS - ids.length}
        onAdded={(added) => onIds([...now.current, ...added])}
      />
      {open && (
        <Viewer
          receipt={open}
          entryId={null}
          onRemove={() => remove(open)}
          onRetry={async () => {}}
          onClose={() => setOpenId(null)}
        />
      )}
    </div>
  );
}
