import { useState } from "preact/hooks";
import type { Draft } from "../../drafts/draft.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Switch, TextField } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";

interface DetailsProps {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** What an entry may have besides, folded until somebody wants it. */
export function Details({ draft, onChange }: DetailsProps) {
  const t = texts().newEntry;
  const [isOpen, setOpen] = useState(draft.note !== "" || draft.tags.length > 0 || draft.isPending);
  const [tags, setTags] = useState(draft.tags.join(", "));
  if (!isOpen) {
    return (
      <div>
        <Button look="text" action="details" onClick={() => setOpen(true)}>
          {t.details}
        </Button>
      </div>
    );
  }
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
