import { useState } from "preact/hooks";
import type { Entities } from "../replica/index.ts";
import { NOBODY, user } from "../state/device.ts";
import { canWrite, current } from "../state/ledgers.ts";
import { ask, ofLedger, whyNot } from "../state/server.ts";
import { say } from "../state/snack.ts";
import { syncSoon } from "../state/sync.ts";
import { texts } from "../state/texts.ts";
import { Card } from "../ui/card.tsx";
import { AddReceipt } from "./add.tsx";
import { tellReceipts } from "./counting.ts";
import { dropReceipt, putBack } from "./desk.ts";
import { changeReceipt } from "./kept.ts";
import { MOST_RECEIPTS } from "./prepared.ts";
import s from "./receipts.module.css";
import { receiptsOf, type ShownReceipt } from "./shown.ts";
import { Thumb } from "./thumb.tsx";
import { useShown } from "./use-shown.ts";
import { Viewer } from "./viewer.tsx";

/** The receipts of an entry. */
export function Receipts({ entry }: { readonly entry: Entities["transaction"] }) {
  const t = texts().receipts;
  const all = useShown(() => receiptsOf(entry), JSON.stringify([entry.id, entry.receipts]));
  const [openId, setOpenId] = useState<string | null>(null);
  const open = all.find(({ id }) => id === openId);
  const sync = () => {
    if (current.value) syncSoon(current.value.replica);
  };
  if (all.length === 0 && !canWrite.value) return null;
  return (
    <Card title={t.title}>
      <div class={s.strip}>
        {all.map((receipt) => (
          <Thumb key={receipt.id} receipt={receipt} entryId={entry.id} onOpen={() => setOpenId(receipt.id)} />
        ))}
        {canWrite.value && <AddReceipt entryId={entry.id} room={MOST_RECEIPTS - all.length} onAdded={sync} />}
      </div>
      {open && (
        <Viewer
          receipt={open}
          entryId={entry.id}
          onRemove={() => removed(open, entry.id, sync)}
          onRetry={async () => {
            await changeReceipt(open.id, { refused: null });
            await tellReceipts();
            sync();
          }}
          onClose={() => setOpenId(null)}
        />
      )}
    </Card>
  );
}

/** What the server has it alone can remove, and bring back; what is only here goes at once. */
async function removed(receipt: ShownReceipt, entryId: string, sync: () => void): Promise<string | null> {
  const t = texts().receipts;
  const { id, kept } = receipt;
  if (!receipt.isOnServer) {
    await dropReceipt(id);
    const undo = async () => {
      if (kept) await putBack(kept);
      sync();
    };
    say({ text: t.removed, undo });
    return null;
  }
  if (user.value?.id === NOBODY) return texts().server.needsAccount;
  const path = ofLedger(`transactions/${entryId}/receipts/${id}`);
  const answer = await ask({ method: "DELETE", path });
  if (!answer.ok) return whyNot(answer);
  sync();
  const undo = async () => {
    const back = await ask({ method: "POST", path: `${path}/restore` });
    if (!back.ok) say({ text: whyNot(back) });
    sync();
  };
  say({ text: t.removed, undo });
  return null;
}
