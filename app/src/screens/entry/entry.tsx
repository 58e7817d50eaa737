import { useLocation, useRoute } from "preact-iso";
import { titleOf } from "../../entries/words.ts";
import { Screen } from "../../shell/screen.tsx";
import { steps } from "../../shell/steps.ts";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { EntryActions } from "./actions.tsx";
import { Editor } from "./editor.tsx";

/** One entry: each of its fields can be changed, and only what was changed is sent. */
export function EntryScreen() {
  const { params } = useRoute();
  const { route } = useLocation();
  const id = params.id ?? "";
  const t = texts().entry;
  const found = useRead((replica) => replica.find("transaction", id), [id]);
  const leave = () => {
    // Whoever went elsewhere meanwhile stays there.
    if (location.pathname !== `/entries/${id}`) return;
    if (steps.inside > 0) history.back();
    else route("/entries", true);
  };
  if (found?.id !== id) {
    return (
      <Screen name="entry" title={t.title} up="/entries">
        {found === null && <p>{t.gone}</p>}
      </Screen>
    );
  }
  return (
    <Screen name="entry" title={titleOf(found)} up="/entries" actions={<EntryActions entry={found} onGone={leave} />}>
      <Editor key={id} entry={found} onDone={leave} />
    </Screen>
  );
}
