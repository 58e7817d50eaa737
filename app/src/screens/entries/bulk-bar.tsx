import {
  mdiAccountOutline,
  mdiCalendarArrowRight,
  mdiCallMerge,
  mdiClockOutline,
  mdiClose,
  mdiDeleteOutline,
  mdiPound,
  mdiSelectAll,
  mdiTagOutline,
  mdiWalletOutline,
} from "@mdi/js";
import type { Line } from "../../replica/index.ts";
import { texts } from "../../state/texts.ts";
import { IconButton } from "../../ui/button.tsx";
import s from "./bulk.module.css";
import { clearSelection, select } from "./selection.ts";

export type BulkField = "category" | "account" | "payee" | "tags" | "status" | "date" | "delete";

const FIELDS: readonly { readonly field: BulkField; readonly icon: string }[] = [
  { field: "category", icon: mdiTagOutline },
  { field: "account", icon: mdiWalletOutline },
  { field: "payee", icon: mdiAccountOutline },
  { field: "tags", icon: mdiPound },
  { field: "status", icon: mdiClockOutline },
  { field: "date", icon: mdiCalendarArrowRight },
  { field: "delete", icon: mdiDeleteOutline },
];

interface BulkBarProps {
  readonly count: number;
  /** All that the list shows. */
  readonly shown: readonly Line[];
  readonly onField: (field: BulkField) => void;
  readonly onJoin: () => void;
}

/** What can be done with all entries that are chosen. */
export function BulkBar({ count, shown, onField, onJoin }: BulkBarProps) {
  const t = texts().bulk;
  return (
    <section class={s.bar} data-covers="navigation" aria-label={t.label}>
      <div class={s.head}>
        <IconButton icon={mdiClose} label={t.close} action="clear-selection" onClick={clearSelection} />
        <span class={s.count} role="status" data-selected={count}>
          {t.count(count)}
        </span>
        {count === 2 && <IconButton icon={mdiCallMerge} label={t.join} action="bulk-join" onClick={onJoin} />}
        {count < shown.length && (
          <IconButton
            icon={mdiSelectAll}
            label={texts().entries.selectAll}
            action="select-all"
            onClick={() => select(shown.map(({ id }) => id))}
          />
        )}
      </div>
      <div class={s.actions}>
        {FIELDS.map(({ field, icon }) => (
          <IconButton
            key={field}
            icon={icon}
            label={t.fields[field]}
            action={field === "delete" ? "bulk-delete" : `bulk-${field}`}
            onClick={() => onField(field)}
          />
        ))}
      </div>
    </section>
  );
}
