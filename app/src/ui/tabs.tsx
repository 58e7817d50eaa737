import s from "./tabs.module.css";

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly name: Name; readonly label: string; readonly count?: number }[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

/** Several views of one thing; the arrow keys go from one to the next. */
export function Tabs<Name extends string>({ label, tabs, chosen, onChoose }: TabsProps<Name>) {
  const step = (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    const row = event.currentTarget as HTMLElement;
    const turned = getComputedStyle(row).direction === "rtl" ? -by : by;
    const place = (tabs.findIndex(({ name }) => name === chosen) + turned + tabs.length) % tabs.length;
    const next = tabs[place];
    if (!next) return;
    onChoose(next.name);
    (row.children[place] as HTMLElement).focus();
  };
  return (
    <div class={s.tabs} role="tablist" aria-label={label} onKeyDown={step}>
      {tabs.map(({ name, label: said, count }) => (
        <button
          key={name}
          type="button"
          role="tab"
          class={s.tab}
          aria-selected={name === chosen}
          tabIndex={name === chosen ? 0 : -1}
          data-action={`tab-${name}`}
          onClick={() => onChoose(name)}
        >
          <span>{said}</span>
          {count !== undefined && <span class={s.count}>{count}</span>}
        </button>
      ))}
    </div>
  );
}
