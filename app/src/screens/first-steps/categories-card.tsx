import { mdiCheck } from "@mdi/js";
import { STARTERS } from "../../categories/starters.ts";
import { language } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Chip } from "../../ui/button.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import s from "./first-steps.module.css";

interface CategoriesCardProps {
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

export function CategoriesCard({ chosen, onChosen }: CategoriesCardProps) {
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChosen(next);
  };
  return (
    <Stack>
      <p class={s.note}>{texts().firstSteps.categories.hint}</p>
      <Flow>
        {STARTERS.map(({ key, name }) => (
          <Chip
            key={key}
            selected={chosen.has(key)}
            {...(chosen.has(key) ? { icon: mdiCheck } : {})}
            onClick={() => toggle(key)}
          >
            {name[language.value]}
          </Chip>
        ))}
      </Flow>
    </Stack>
  );
}
