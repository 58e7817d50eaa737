import { shown } from "../amounts/shown.ts";
import { sidesOf, unpackLines } from "../replica/index.ts";
import { ledger } from "../state/device.ts";
import { current } from "../state/ledgers.ts";
import { isWriteOnly } from "../state/lock.ts";
import { readPack } from "../state/pack.ts";
import { accounts } from "../state/reference.ts";
import { locale } from "../state/settings.ts";
import { texts } from "../state/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { isUnusual, type Sum } from "./unusual.ts";

export interface ReallyProps {
  readonly sums: readonly Sum[];
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks once before an amount is saved that has a few zeros more than any before it. */
export function Really({ sums, onSave, onClose }: ReallyProps) {
  const t = texts().really;
  const [sum] = sums;
  const save = () => {
    onClose();
    void onSave();
  };
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {t.change}
          </Button>
          <Button action="confirm" onClick={save}>
            {t.save}
          </Button>
        </>
      }
    >
      <p data-asks="really">{sum && t.ask(shown(Math.abs(sum.minor), sum.currency, locale.value))}</p>
    </Dialog>
  );
}

/** Those that are to be asked about. What is known at once is looked at before all entries are. */
export async function unusualOf(sums: readonly Sum[]): Promise<readonly Sum[]> {
  // Behind the lock nothing is told of what was entered.
  if (isWriteOnly.value) return sums.filter((sum) => isUnusual(sum, []));
  const facts = readPack(ledger.value?.id ?? "")?.facts ?? [];
  const recent = [...[...accounts.value.values()].map(opening), ...facts.map(inAccount)];
  const left = sums.filter((sum) => isUnusual(sum, recent));
  if (left.length === 0) return left;
  const all = [...recent, ...(await everEntered())];
  return left.filter((sum) => isUnusual(sum, all));
}

async function everEntered(): Promise<Sum[]> {
  const months = (await current.value?.replica.lines())?.months ?? [];
  return months.flatMap(([, text]) => (text === null ? [] : unpackLines(text).flatMap(sidesOf).map(inAccount)));
}

function opening({ openingBalance, currency }: { readonly openingBalance: number; readonly currency: string }): Sum {
  return { minor: openingBalance, currency };
}

function inAccount({ accountId, amount }: { readonly accountId: string; readonly amount: number }): Sum {
  return { minor: amount, currency: accounts.value.get(accountId)?.currency ?? "" };
}
