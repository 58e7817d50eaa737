import { mdiCameraPlusOutline } from "@mdi/js";
import { useRef, useState } from "preact/hooks";
import { texts } from "../state/texts.ts";
import { Chip } from "../ui/button.tsx";
import { Note } from "../ui/note.tsx";
import { addReceipt } from "./desk.ts";
import { ACCEPTED, type ReceiptFault } from "./prepared.ts";

interface AddProps {
  /** Null while the entry is being typed. */
  readonly entryId: string | null;
  readonly room: number;
  readonly onAdded: (ids: readonly string[]) => void;
}

/** Takes pictures and PDFs, of which a phone's camera makes one. */
export function AddReceipt({ entryId, room, onAdded }: AddProps) {
  const t = texts().receipts;
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<ReceiptFault | "notKept" | "tooMany" | null>(null);
  const [isBusy, setBusy] = useState(false);
  const add = async (files: readonly File[]) => {
    setFault(files.length > room ? "tooMany" : null);
    setBusy(true);
    const added: string[] = [];
    for (const file of files.slice(0, room)) {
      const receipt = await addReceipt(file, file.name, entryId);
      if (typeof receipt === "string") setFault(receipt);
      else added.push(receipt.id);
    }
    setBusy(false);
    if (added.length > 0) onAdded(added);
  };
  return (
    <>
      {room > 0 && (
        <Chip icon={mdiCameraPlusOutline} action="add-receipt" disabled={isBusy} onClick={() => input.current?.click()}>
          {t.add}
        </Chip>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        aria-label={t.add}
        data-field="receipt"
        onChange={(event) => {
          void add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      {fault && <Note look="fault">{t.faults[fault]}</Note>}
    </>
  );
}
