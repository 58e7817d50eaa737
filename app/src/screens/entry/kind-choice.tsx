import type { Form } from "../../entries/form.ts";
import type { Entities } from "../../replica/index.ts";
import { openAccounts } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Chip } from "../../ui/button.tsx";
import { Flow } from "../../ui/stack.tsx";

interface KindChoiceProps {
  readonly entry: Entities["transaction"];
  readonly form: Form;
  readonly onChange: (part: Partial<Form>) => void;
}

/** Which way the money goes; or that it only changed its place, as one often sees afterwards. */
export function KindChoice({ entry, form, onChange }: KindChoiceProps) {
  const t = texts().newEntry.kinds;
  // What stays a transfer keeps its way; what is none has no other account.
  const plain = { isTransfer: false, toAccountId: entry.transfer?.accountId ?? "" };
  const hasOther = entry.transfer || openAccounts.value.some(({ id }) => id !== form.accountId);
  return (
    <Flow>
      {([true, false] as const).map((isOut) => (
        <Chip
          key={String(isOut)}
          action={isOut ? "kind-expense" : "kind-income"}
          selected={!form.isTransfer && form.isOut === isOut}
          onClick={() => onChange({ ...plain, isOut })}
        >
          {t[isOut ? "expense" : "income"]}
        </Chip>
      ))}
      <Chip
        action="kind-transfer"
        selected={form.isTransfer}
        // Parts go each their own way.
        disabled={!form.isTransfer && (form.parts.length > 0 || !hasOther)}
        onClick={() => onChange({ isTransfer: true, ...(entry.transfer ? { isOut: entry.amount < 0 } : {}) })}
      >
        {t.transfer}
      </Chip>
    </Flow>
  );
}
