import { mdiCheck, mdiChevronRight } from "@mdi/js";
import { useState } from "preact/hooks";
import { categoryIcon } from "../../icons/icons.ts";
import { categories, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Badge, Row } from "../../ui/row.tsx";

interface CategoriesChoiceProps {
  readonly chosen: readonly string[];
  readonly onChoice: (ids: readonly string[]) => void;
}

/** Which categories count: any number of them, or all. */
export function CategoriesChoice({ chosen, onChoice }: CategoriesChoiceProps) {
  const t = texts().budgetForm;
  const [isOpen, setOpen] = useState(false);
  const names = chosen.flatMap((id) => categories.value.get(id)?.name ?? []);
  const offered = (reference.value?.categories ?? []).filter(
    ({ id, kind, archived }) => kind === "expense" && (!archived || chosen.includes(id)),
  );
  const toggle = (id: string) =>
    onChoice(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <Card look="plain">
      <Row
        action="choose-categories"
        title={t.categories}
        note={names.length === 0 ? t.allCategories : names.join(", ")}
        end={<Icon path={mdiChevronRight} />}
        onPress={() => setOpen(true)}
      />
      {isOpen && (
        <Dialog
          title={t.chooseCategories}
          look="sheet"
          onClose={() => setOpen(false)}
          actions={
            <Button action="close" onClick={() => setOpen(false)}>
              {t.done}
            </Button>
          }
        >
          <p>{t.categoriesHint}</p>
          <div>
            {offered.map(({ id, name, group, icon, color }) => (
              <Row
                key={id}
                action="category"
                lead={<Badge path={categoryIcon(icon)} color={color} />}
                title={name}
                note={group}
                selected={chosen.includes(id)}
                end={chosen.includes(id) && <Icon path={mdiCheck} />}
                onPress={() => toggle(id)}
              />
            ))}
          </div>
        </Dialog>
      )}
    </Card>
  );
}
