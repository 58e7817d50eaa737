import { mdiFileUploadOutline } from "@mdi/js";
import { useRef, useState } from "preact/hooks";
import { ACCEPTED } from "../../imports/telling.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import s from "./import.module.css";

/** Chosen by the system's picker, or dropped here. */
export function PickFile({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const t = texts().imports;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button does the same by keyboard.
    <div
      class={`${s.drop} ${isOver ? s.over : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Icon path={mdiFileUploadOutline} class={s.icon} />
      <p>{t.drop}</p>
      <Button action="choose-file" onClick={() => input.current?.click()}>
        {t.choose}
      </Button>
      <p class={s.hint}>{t.formats}</p>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        aria-label={t.choose}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
