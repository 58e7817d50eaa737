import { mdiReceiptTextOutline } from "@mdi/js";
import { useEffect, useState } from "preact/hooks";
import { titleOf } from "../../entries/words.ts";
import { receiptsChanged } from "../../receipts/counted.ts";
import { isOnlyHere } from "../../receipts/counting.ts";
import { dropReceipt, putBack } from "../../receipts/desk.ts";
import { type KeptReceipt, receiptsWhere } from "../../receipts/kept.ts";
import { ledger, user } from "../../state/device.ts";
import { useRead } from "../../state/read.ts";
import { saveBlob } from "../../state/save-file.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Note } from "../../ui/note.tsx";
import { Row } from "../../ui/row.tsx";
import { Flow } from "../../ui/stack.tsx";

/** Receipts of the ledger on the screen that the server does not have. */
export function useReceiptsHere(): readonly KeptReceipt[] {
  const [receipts, setReceipts] = useState<readonly KeptReceipt[]>([]);
  const [owner, of] = [user.value?.id, ledger.value?.id];
  useEffect(() => {
    void receiptsWhere((one) => isOnlyHere(one) && one.userId === owner && one.ledgerId === of).then(setReceipts);
  }, [owner, of, receiptsChanged.value]);
  return receipts;
}

/** Each with the entry it belongs to; of what the server does not take, why, and what can be done about it. */
export function WaitingReceipts({ receipts }: { readonly receipts: readonly KeptReceipt[] }) {
  const t = texts().receipts;
  return (
    <Card title={t.unsent(receipts.length)}>
      {receipts.map((receipt) => (
        <WaitingReceipt key={receipt.id} receipt={receipt} />
      ))}
    </Card>
  );
}

function WaitingReceipt({ receipt }: { readonly receipt: KeptReceipt }) {
  const t = texts().receipts;
  const { id, name, file, entryId, refused } = receipt;
  const entry = useRead((replica) => replica.find("transaction", entryId ?? ""), [entryId]);
  const remove = async () => {
    await dropReceipt(id);
    say({ text: t.removed, undo: () => putBack(receipt) });
  };
  return (
    <>
      <Row
        {...(entry ? { href: `/entries/${entryId}` } : {})}
        action="open-receipt-entry"
        lead={<Icon path={mdiReceiptTextOutline} />}
        title={<bdi>{name}</bdi>}
        note={entry ? t.ofEntry(titleOf(entry)) : undefined}
        wraps
      />
      {typeof refused === "string" && (
        <Note look="warning">
          <p>{refused === "" ? t.entryGone : t.refused(refused)}</p>
          <Flow>
            <Button look="outlined" action="save-receipt" onClick={() => saveBlob(name, file)}>
              {t.save}
            </Button>
            <Button look="text" action="remove-receipt" onClick={() => void remove()}>
              {t.remove}
            </Button>
          </Flow>
        </Note>
      )}
    </>
  );
}
