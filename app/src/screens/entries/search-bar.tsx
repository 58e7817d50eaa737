import { mdiBookmarkOutline, mdiBookmarkPlusOutline, mdiClose, mdiFilterVariant, mdiMagnify } from "@mdi/js";
import type { Signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Query } from "../../search/query.ts";
import { idsLength, without } from "../../search/tokens.ts";
import { lazyPart } from "../../shell/lazy-screen.ts";
import { ledger } from "../../state/device.ts";
import { savedFilters } from "../../state/saved-filters.ts";
import { loadRest, texts } from "../../state/texts.ts";
import { Chip, IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Shelf } from "../../ui/shelf.tsx";
import s from "./entries.module.css";
import { partShown } from "./shown.ts";

const SaveFilter = lazyPart(async () => {
  const [part] = await Promise.all([import("./save-filter.tsx"), loadRest()]);
  return part.SaveFilter;
});
const FilterSheet = lazyPart(async () => {
  const [part] = await Promise.all([import("./filter-sheet.tsx"), loadRest()]);
  return part.FilterSheet;
});

interface SearchBarProps {
  readonly text: Signal<string>;
  readonly query: Query;
}

/** What is looked for: typed, or chosen from a sheet; each condition can be taken away by a tap. */
export function SearchBar({ text, query }: SearchBarProps) {
  const t = texts().search;
  const [sheet, setSheet] = useState<"filter" | "save" | null>(null);
  const saved = savedFilters.value[ledger.value?.store ?? ""] ?? [];
  const ids = idsLength(text.value);
  const faults = query.parts.filter(({ fault }) => fault);
  return (
    <search class={s.filters}>
      <div class={s.search}>
        <Icon path={mdiMagnify} />
        <input
          class={s.input}
          type="search"
          data-action="search"
          aria-label={t.label}
          placeholder={t.placeholder}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={500}
          value={text.value.slice(ids)}
          onInput={(event) => {
            text.value = `${text.value.slice(0, ids).trimEnd()} ${event.currentTarget.value}`.slice(ids === 0 ? 1 : 0);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.currentTarget.blur();
          }}
        />
        {text.value !== "" && (
          <span class={s.clear}>
            <IconButton
              icon={mdiClose}
              label={t.clear}
              action="clear-search"
              onClick={() => {
                text.value = "";
              }}
            />
          </span>
        )}
      </div>
      <Shelf>
        <Chip icon={mdiFilterVariant} action="filter" onClick={() => setSheet("filter")}>
          {t.filter}
        </Chip>
        {query.parts.map(({ token, fault }) => (
          <Chip
            key={`${token.start}`}
            icon={mdiClose}
            action="remove-filter"
            selected={!fault}
            aria-label={t.remove(partShown(token))}
            onClick={() => {
              text.value = without(text.value, token);
            }}
          >
            {partShown(token)}
          </Chip>
        ))}
        {text.value.trim() !== "" && faults.length === 0 && !saved.some((one) => one.text === text.value.trim()) && (
          <Chip icon={mdiBookmarkPlusOutline} action="save-filter" onClick={() => setSheet("save")}>
            {t.save}
          </Chip>
        )}
        {saved.map((one) => (
          <Chip
            key={one.name}
            icon={mdiBookmarkOutline}
            action="saved-filter"
            selected={one.text === text.value.trim()}
            onClick={() => {
              text.value = one.text === text.value.trim() ? "" : one.text;
            }}
          >
            {one.name}
          </Chip>
        ))}
      </Shelf>
      {faults.map(({ token, fault }) => (
        <p key={`${token.start}`} class={s.faults} role="status">
          {fault && t.faults[fault](token.value)}
        </p>
      ))}
      {query.unknown.map((word) => (
        <p key={word} class={s.hint} role="status">
          {t.unknownWord(word)}
        </p>
      ))}
      {sheet === "filter" && <FilterSheet text={text} onClose={() => setSheet(null)} />}
      {sheet === "save" && <SaveFilter text={text.value.trim()} onClose={() => setSheet(null)} />}
    </search>
  );
}
