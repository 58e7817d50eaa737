import { useEffect, useState } from "preact/hooks";
import type { Replica } from "../replica/index.ts";
import { saveAllUnsent, unsentOf } from "../state/save-unsent.ts";
import { texts } from "../state/texts.ts";
import { Button } from "./button.tsx";
import { Note } from "./note.tsx";

/** Before copies are taken off the device: how much of them is nowhere else, and a way to keep it. */
export function UnsentNote({ replicas }: { readonly replicas: () => readonly Replica[] }) {
  const t = texts().settings;
  const [unsent, setUnsent] = useState(0);
  const [isSaved, setSaved] = useState(false);
  useEffect(() => {
    void unsentOf(replicas())
      .then((all) => setUnsent(all.reduce((sum, one) => sum + one.rows.length + one.receipts.length, 0)))
      .catch((error: unknown) => {
        // Who did not wait for the number has had the copies closed meanwhile.
        if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
      });
  }, []);
  const save = async () => {
    await saveAllUnsent(replicas());
    setSaved(true);
  };
  if (unsent === 0) return null;
  return (
    <Note look={isSaved ? "good" : "warning"}>
      {isSaved ? <p role="status">{t.unsentSaved}</p> : <p>{t.unsent(unsent)}</p>}
      <div>
        <Button look="outlined" action="save-unsent" onClick={() => void save()}>
          {texts().syncCentre.save}
        </Button>
      </div>
    </Note>
  );
}
