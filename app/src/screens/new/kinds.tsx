import type { EntryKind } from "../../drafts/draft.ts";
import { texts } from "../../state/texts.ts";
import s from "./kinds.module.css";

const KINDS: readonly EntryKind[] = ["expense", "income", "transfer"];

export function Kinds({ kind, onKind }: { readonly kind: EntryKind; readonly onKind: (kind: EntryKind) => void }) {
  const t = texts().newEntry;
  return (
    <fieldset class={s.kinds} aria-label={t.kind}>
      {KINDS.map((one) => (
        <button
          key={one}
          type="button"
          class={s.kind}
          aria-pressed={one === kind}
          data-action={`kind-${one}`}
          onClick={() => onKind(one)}
        >
          {t.kinds[one]}
        </button>
      ))}
    </fieldset>
  );
}
