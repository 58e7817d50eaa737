import { useEffect, useId, useRef, useState } from "preact/hooks";
import { texts } from "../state/texts.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { isFound } from "./key-match.ts";
import { type Action, actions, isPaletteOpen } from "./keys.ts";
import s from "./palette.module.css";
import { iconOf } from "./palette-icons.ts";

/** The types of the JSX want a list of the browser's own with it, which this one is not. */
const COMBOBOX: object = { role: "combobox", "aria-expanded": true };

/** Everything that can be done here, found by its name, with its keys. */
export function Palette() {
  const t = texts().actions;
  const id = useId();
  const [wanted, setWanted] = useState("");
  const [place, setPlace] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = actions.value.filter(({ name, label }) => name !== "keys" && isFound(label, wanted));
  const chosen = Math.min(place, found.length - 1);
  const close = () => {
    isPaletteOpen.value = false;
  };
  const run = (action: Action | undefined) => {
    if (!action) return;
    close();
    // After the dialog has given the focus back.
    setTimeout(action.run);
  };
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const by = steps[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setPlace(Math.max(0, Math.min(found.length - 1, chosen + by)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(found[chosen]);
    }
  };
  return (
    <Dialog title={t.title} onClose={close}>
      <input
        class={s.field}
        type="search"
        {...COMBOBOX}
        name="palette"
        aria-label={t.what}
        aria-controls={id}
        {...(found[chosen] ? { "aria-activedescendant": `${id}-${chosen}` } : {})}
        placeholder={t.what}
        autocomplete="off"
        value={wanted}
        onInput={(event) => {
          setWanted(event.currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={move}
      />
      <div class={s.list} role="listbox" id={id} ref={list} aria-label={t.title}>
        {found.map((action, at) => (
          <div
            key={action.name}
            id={`${id}-${at}`}
            class={s.action}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            data-action={`palette-${action.name}`}
            onClick={() => run(action)}
            onKeyDown={move}
          >
            <Icon path={iconOf(action)} />
            <span class={s.label}>{action.label}</span>
            {action.keys?.split(" ").map((key) => (
              <kbd key={key} class={s.key}>
                {key}
              </kbd>
            ))}
          </div>
        ))}
      </div>
      {found.length === 0 && <p role="status">{t.nothing}</p>}
    </Dialog>
  );
}
