import { useState } from "preact/hooks";
import { joiningOf } from "../../bulk/joining.ts";
import { dayShown } from "../../dates/shown.ts";
import { notesOf, titleOf } from "../../entries/words.ts";
import type { Line } from "../../replica/index.ts";
import { current } from "../../state/ledgers.ts";
import { accounts, reference } from "../../state/reference.ts";
import { ask, ofLedger, whyNot } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { syncSoon, unsent } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Note } from "../../ui/note.tsx";
import { Row } from "../../ui/row.tsx";
import { clearSelection } from "./selection.ts";

interface JoinSheetProps {
  readonly first: Line;
  readonly second: Line;
  readonly onClose: () => void;
}

/** Makes one entry of two: the same recorded twice, or the two sides of a transfer. The server does it, so that banks' rows follow. */
export function JoinSheet({ first, second, onClose }: JoinSheetProps) {
  const t = texts().bulkJoin;
  const [chosen, setChosen] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const joining = joiningOf(first, second, { accounts: accounts.value, unsent: unsent.value });
  const isApart = typeof joining === "string";
  const keeper = isApart ? null : (joining.keepers.find(({ id }) => id === chosen) ?? joining.keepers[0] ?? null);
  const other = keeper?.id === first.id ? second : first;
  const join = async () => {
    if (isApart || !keeper) return;
    setBusy(true);
    const path = ofLedger(`transactions/${keeper.id}/joining`);
    const answer = await ask({ method: "POST", path, body: { with: other.id, as: joining.as } });
    setBusy(false);
    if (!answer.ok) return setFault(whyNot(answer));
    syncNew();
    clearSelection();
    onClose();
    say({ text: t.done, undo: () => part(`${path}/${other.id}`) });
  };
  return (
    <Dialog
      title={t.title}
      look="sheet"
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          <Button action="apply" disabled={isApart || isBusy} onClick={() => void join()}>
            {t.apply}
          </Button>
        </>
      }
    >
      {isApart ? <Note look="warning">{t.apart[joining]}</Note> : <p>{t.as[joining.as]}</p>}
      {[first, second].map((line) => (
        <JoinRow
          key={line.id}
          line={line}
          isKept={line.id === keeper?.id}
          {...(!isApart && joining.keepers.some(({ id }) => id === line.id)
            ? { onPress: () => setChosen(line.id) }
            : {})}
        />
      ))}
      {!isApart && <p>{t.hint}</p>}
      {fault !== null && <Note look="fault">{fault}</Note>}
    </Dialog>
  );
}

interface JoinRowProps {
  readonly line: Line;
  readonly isKept: boolean;
  readonly onPress?: () => void;
}

function JoinRow({ line, isKept, onPress }: JoinRowProps) {
  const currency = accounts.value.get(line.accountId)?.currency ?? reference.value?.currency ?? "EUR";
  return (
    <Row
      {...(onPress ? { onPress, action: "keep-entry" } : {})}
      selected={isKept}
      title={<bdi>{titleOf(line)}</bdi>}
      note={[...(isKept ? [texts().bulkJoin.stays] : []), dayShown(line.date), ...notesOf(line, false)].join(" · ")}
      end={<Amount minor={line.amount} currency={currency} signed />}
    />
  );
}

/** What the server has done comes with the next round. */
function syncNew(): void {
  const open = current.peek();
  if (open) syncSoon(open.replica);
}

async function part(path: string): Promise<void> {
  const answer = await ask({ method: "DELETE", path });
  if (!answer.ok) return say({ text: whyNot(answer) });
  syncNew();
  say({ text: texts().common.undone });
}
