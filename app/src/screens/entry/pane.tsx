import { titleOf } from "../../entries/words.ts";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { EntryActions } from "./actions.tsx";
import { Editor } from "./editor.tsx";
import s from "./entry.module.css";

/** One entry beside the list that it was chosen from. */
export function EntryPane({ id, onGone }: { readonly id: string; readonly onGone: () => void }) {
  const found = useRead((replica) => replica.find("transaction", id), [id]);
  if (found === undefined) return null;
  if (found === null) return <p class={s.note}>{texts().entry.gone}</p>;
  return (
    <div class={s.pane} data-screen="entry">
      <header class={s.head}>
        <h2 class={s.title}>{titleOf(found)}</h2>
        <EntryActions entry={found} onGone={onGone} />
      </header>
      <Editor entry={found} onDone={() => {}} />
    </div>
  );
}
