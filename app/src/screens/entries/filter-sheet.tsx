import type { Signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { categoryIcon } from "../../icons/icons.ts";
import { type Key, tokensOf, withOnly } from "../../search/tokens.ts";
import { lines } from "../../state/lines.ts";
import { reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";
import { Button, Chip } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import s from "./entries.module.css";

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly icon?: string;
}

/** Conditions by tapping: each is written into the search, so that whoever likes to can type the next one. */
export function FilterSheet({ text, onClose }: { readonly text: Signal<string>; readonly onClose: () => void }) {
  const { search: t, searchSheet: sheet } = texts();
  const chosen = tokensOf(text.value).filter(({ isNot }) => !isNot);
  const valuesOf = (key: Key) => chosen.filter((token) => token.key === key).map(({ value }) => value);
  const put = (key: Key, values: readonly string[]) => {
    text.value = withOnly(text.value, key, values);
  };
  const known = reference.value;
  const tags = useMemo(tagsInUse, [lines.value]);
  const named = <K extends string>(values: Readonly<Record<K, string>>): Choice[] =>
    Object.entries<string>(values).map(([value, label]) => ({ value, label }));
  const groups: readonly { readonly key: Key; readonly label: string; readonly choices: readonly Choice[] }[] = [
    { key: "type", label: sheet.groups.type, choices: named(t.types) },
    { key: "status", label: sheet.groups.status, choices: named({ ...t.statuses, planned: t.planned }) },
    {
      key: "account",
      label: sheet.groups.account,
      choices: (known?.accounts ?? []).map(({ name }) => ({ value: name, label: name })),
    },
    {
      key: "category",
      label: sheet.groups.category,
      choices: [
        { value: "none", label: texts().entries.uncategorised },
        ...uniqueNames(known?.categories ?? []).map(({ name, icon }) => ({
          value: name,
          label: name,
          icon: categoryIcon(icon),
        })),
      ],
    },
    { key: "tag", label: sheet.groups.tag, choices: tags.map((tag) => ({ value: tag, label: `#${tag}` })) },
    ...((known?.members.length ?? 0) > 1
      ? [
          {
            key: "by" as const,
            label: sheet.groups.by,
            choices: (known?.members ?? []).map(({ displayName }) => ({ value: displayName, label: displayName })),
          },
        ]
      : []),
  ];
  return (
    <Dialog
      title={t.filter}
      look="sheet"
      onClose={onClose}
      actions={
        <>
          <Button
            look="text"
            action="clear-filters"
            onClick={() => {
              text.value = "";
            }}
          >
            {sheet.clearAll}
          </Button>
          <Button action="close" onClick={onClose}>
            {sheet.show}
          </Button>
        </>
      }
    >
      <fieldset class={s.group}>
        <legend class={s.legend}>{sheet.groups.dates}</legend>
        <div class={s.choices}>
          {periods().map(({ label, value }) => (
            <Chip
              key={value}
              action="period"
              selected={valuesOf("on").includes(value)}
              onClick={() => put("on", valuesOf("on").includes(value) ? [] : [value])}
            >
              {label}
            </Chip>
          ))}
        </div>
      </fieldset>
      <div class={s.pair}>
        <TextField
          label={sheet.groups.from}
          type="date"
          value={valuesOf("from")[0] ?? ""}
          onText={(day) => put("from", day === "" ? [] : [day])}
        />
        <TextField
          label={sheet.groups.to}
          type="date"
          value={valuesOf("to")[0] ?? ""}
          onText={(day) => put("to", day === "" ? [] : [day])}
        />
      </div>
      <TextField
        label={sheet.groups.amount}
        hint={sheet.amountHint}
        value={valuesOf("amount")[0] ?? ""}
        autocomplete="off"
        onText={(value) => put("amount", value.trim() === "" ? [] : [value.replace(/\s/g, "")])}
      />
      {groups
        .filter(({ choices }) => choices.length > 0)
        .map(({ key, label, choices }) => (
          <fieldset key={key} class={s.group}>
            <legend class={s.legend}>{label}</legend>
            <div class={s.choices}>
              {choices.map(({ value, label, icon }) => {
                const values = valuesOf(key);
                const isOn = values.includes(value);
                return (
                  <Chip
                    key={value}
                    action={`filter-${key}`}
                    selected={isOn}
                    {...(icon ? { icon } : {})}
                    onClick={() => put(key, isOn ? values.filter((one) => one !== value) : [...values, value])}
                  >
                    {label}
                  </Chip>
                );
              })}
            </div>
          </fieldset>
        ))}
      <p class={s.help}>{sheet.help}</p>
    </Dialog>
  );
}

function periods(): Choice[] {
  const sheet = texts().searchSheet;
  const [year = "", month = ""] = today.value.split("-");
  const last = month === "01" ? `${Number(year) - 1}-12` : `${year}-${String(Number(month) - 1).padStart(2, "0")}`;
  return [
    { label: sheet.thisMonth, value: `${year}-${month}` },
    { label: sheet.lastMonth, value: last },
    { label: sheet.thisYear, value: year },
  ];
}

const MOST_TAGS = 30;

/** The tags that are used most. */
function tagsInUse(): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of lines.value?.all ?? []) {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .slice(0, MOST_TAGS)
    .map(([tag]) => tag);
}

function uniqueNames<T extends { readonly name: string; readonly archived: boolean }>(all: readonly T[]): T[] {
  return [...new Map(all.filter(({ archived }) => !archived).map((one) => [one.name, one])).values()];
}
