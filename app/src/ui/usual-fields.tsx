import { texts } from "../state/texts.ts";
import { TextField } from "./field.tsx";

interface NameFieldProps {
  readonly value: string;
  readonly onName: (name: string) => void;
  readonly fault?: string | null;
}

/** What something of the ledger is called. */
export function NameField({ value, onName, fault }: NameFieldProps) {
  return (
    <TextField
      label={texts().common.name}
      name="name"
      value={value}
      maxLength={100}
      autocomplete="off"
      fault={fault ?? null}
      onText={onName}
    />
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onDay: (day: string) => void;
  readonly hint?: string;
  readonly fault?: string | null;
}

/** A calendar day, by the system's own picker. */
export function DayField({ label, name, value, onDay, hint, fault }: DayFieldProps) {
  return (
    <TextField
      label={label}
      name={name}
      type="date"
      value={value}
      fault={fault ?? null}
      onText={onDay}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
