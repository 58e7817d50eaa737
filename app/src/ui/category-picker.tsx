import { categoryIcon } from "../icons/icons.ts";
import { reference } from "../state/reference.ts";
import { texts } from "../state/texts.ts";
import s from "./category-picker.module.css";
import { Dialog } from "./dialog.tsx";
import { Badge, Row } from "./row.tsx";

interface CategoryPickerProps {
  readonly kind: "expense" | "income";
  readonly chosen: string | null;
  readonly onCategory: (id: string) => void;
  readonly onClose: () => void;
}

/** All categories of a kind, under their groups. */
export function CategoryPicker({ kind, chosen, onCategory, onClose }: CategoryPickerProps) {
  const usable = (reference.value?.categories ?? []).filter((one) => one.kind === kind && !one.archived);
  const groups = [...new Set(usable.map(({ group }) => group))];
  return (
    <Dialog title={texts().newEntry.category} look="sheet" onClose={onClose}>
      {groups.map((group) => (
        <section key={group}>
          <h3 class={s.group}>{group}</h3>
          {usable
            .filter((one) => one.group === group)
            .map(({ id, name, icon, color }) => (
              <Row
                key={id}
                action="choose-category"
                lead={<Badge path={categoryIcon(icon)} color={color} />}
                title={name}
                selected={id === chosen}
                onPress={() => onCategory(id)}
              />
            ))}
        </section>
      ))}
      {groups.length === 0 && <p>{texts().newEntry.noCategories}</p>}
    </Dialog>
  );
}
