import { IndexedDbStore } from "../replica/store/indexeddb.ts";
import { ledger, NOBODY, user } from "../state/device.ts";
import { fault } from "../state/faults.ts";
import { isFormOpen } from "../state/forms.ts";
import { closeLedgers } from "../state/ledgers.ts";
import { pending, syncState } from "../state/sync.ts";
import { texts } from "../state/texts.ts";
import { isUpdateReady, reload } from "../state/update.ts";
import { Button } from "../ui/button.tsx";
import s from "./notices.module.css";

/** What the app itself has to say: a fault, or a new version; never while somebody types. */
export function Notices({ isTyping }: { readonly isTyping: boolean }) {
  return (
    <>
      <FaultNotice />
      {!isTyping && <UpdateNotice />}
    </>
  );
}

function UpdateNotice() {
  const t = texts().notices;
  const isTooOld = syncState.value === "tooOld";
  if (isFormOpen.value || !(isUpdateReady.value || isTooOld)) return null;
  return (
    <div class={s.notice} role="status" data-notice="update">
      <p>{isTooOld ? t.tooOld : t.newVersion}</p>
      <Button look="text" action="reload" onClick={reload}>
        {t.reload}
      </Button>
    </div>
  );
}

function FaultNotice() {
  const known = fault.value;
  const t = texts().notices;
  if (!known) return null;
  const canLoadAnew = known.kind === "corrupt" && user.value?.id !== NOBODY && pending.value === 0;
  const loadAnew = async () => {
    const store = ledger.value?.store;
    await closeLedgers();
    if (store) await IndexedDbStore.delete(store);
    location.assign("/");
  };
  return (
    <div class={`${s.notice} ${s.fault}`} role="alert" data-notice="fault" data-fault={known.kind}>
      <p>
        {t.faults[known.kind]} {known.kind === "corrupt" && (canLoadAnew ? t.corruptAnew : t.corruptKept)}
        {known.kind === "other" && <code> {known.detail}</code>}
      </p>
      <span class={s.buttons}>
        {canLoadAnew && (
          <Button look="text" action="load-anew" onClick={() => void loadAnew()}>
            {t.loadAnew}
          </Button>
        )}
        {!canLoadAnew && known.kind !== "other" && (
          <Button look="text" action="retry" onClick={() => location.reload()}>
            {texts().broken.retry}
          </Button>
        )}
        <Button
          look="text"
          action="close"
          onClick={() => {
            fault.value = null;
          }}
        >
          {texts().common.close}
        </Button>
      </span>
    </div>
  );
}
