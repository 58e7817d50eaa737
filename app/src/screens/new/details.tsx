import { useState } from "preact/hooks";
import type { Draft } from "../../drafts/draft.ts";
import { lazyPart } from "../../shell/lazy-screen.ts";
import { loadRest, texts } from "../../state/texts.ts";
import { Chip } from "../../ui/button.tsx";
import { Switch, TextField } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Unseen } from "../../ui/unseen.tsx";

const TypedReceipts = lazyPart(async () => {
  const [part] = await Promise.all([import("../../receipts/typed-strip.tsx"), loadRest()]);
  return part.TypedReceipts;
});

/** The way to what an entry may have besides. */
export function DetailsChip({ isOpen, onOpen }: { readonly isOpen: boolean; readonly onOpen: () => void }) {
  const t = texts().newEntry;
  if (isOpen) return null;
  return (
    <Chip action="details" title={t.details} onClick={onOpen}>
      {t.more}
      <Unseen>: {t.details}</Unseen>
    </Chip>
  );
}

interface DetailsProps {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Whether there is something that must not be folded away. */
export function hasDetails({ note, tags, isPending, receiptIds }: Draft): boolean {
  return note !== "" || tags.length > 0 || isPending || receiptIds.length > 0;
}

export function Details({ draft, onChange }: DetailsProps) {
  const t = texts().newEntry;
  const [tags, setTags] = useState(draft.tags.join(", "));
  return (
    <Stack>
      <TextField label={t.note} value={draft.note} maxLength={2000} onText={(note) => onChange({ note })} />
      <TextField
        label={t.tags}
        hint={t.tagsHint}
        value={tags}
        autocapitalize="none"
        onText={(text) => {
          setTags(text);
          onChange({ tags: tagsOf(text) });
        }}
      />
      <TypedReceipts ids={draft.receiptIds} onIds={(receiptIds) => onChange({ receiptIds })} />
      <Switch
        label={t.pending}
        hint={t.pendingHint}
        checked={draft.isPending}
        onSwitch={(isPending) => onChange({ isPending })}
      />
    </Stack>
  );
}

function tagsOf(text: string): string[] {
  const named = text.split(/[,\s]+/).map((tag) => tag.replace(/^#/, "").trim());
  return [...new Set(named.filter((tag) => tag !== ""))].slice(0, 20);
}
