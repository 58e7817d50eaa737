import { mdiUpload } from "@mdi/js";
import { useRef, useState } from "preact/hooks";
import type { Loaded } from "../../state/load-unsent.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Note } from "../../ui/note.tsx";
import { useOnce } from "../../ui/once.ts";
import { type LoadResult, saidOf, showLoaded } from "./show-loaded.ts";

/** The way back for what was saved as a file before it could be sent. */
export function LoadSaved() {
  const t = texts().syncCentre;
  const input = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<LoadResult>(null);
  const load = useOnce(async (file: File) => showLoaded(file, setResult));
  return (
    <>
      <div>
        <Button icon={mdiUpload} look="text" action="load-unsent" onClick={() => input.current?.click()}>
          {t.load}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={t.load}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void load(file);
            event.currentTarget.value = "";
          }}
        />
      </div>
      {typeof result === "string" && <Note look="fault">{t.loadFaults[result]}</Note>}
      {result && typeof result !== "string" && <Came {...result} />}
    </>
  );
}

function Came(loaded: Loaded) {
  return (
    <Note look={loaded.others.length > 0 ? "warning" : "good"}>
      {saidOf(loaded).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Note>
  );
}
