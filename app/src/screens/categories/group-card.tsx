import { mdiArrowDown, mdiArrowUp, mdiChevronRight, mdiPencilOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { type Category, type Group, moveCategory, moveGroup, renameGroup, sharedName } from "../../categories/order.ts";
import { categoryIcon } from "../../icons/icons.ts";
import type { Command } from "../../replica/index.ts";
import { actWithUndo } from "../../state/act.ts";
import { canWrite } from "../../state/ledgers.ts";
import { texts } from "../../state/texts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useOnce } from "../../ui/once.ts";
import { Badge, Row } from "../../ui/row.tsx";
import s from "./group-card.module.css";

interface GroupCardProps {
  readonly group: Group;
  readonly groups: readonly Group[];
  /** With those that are archived and not shown. */
  readonly ofKind: readonly Category[];
  /** How many entries have each; null until they are counted. */
  readonly uses: ReadonlyMap<string, number> | null;
  readonly isArranging: boolean;
}

export function GroupCard({ group, groups, ofKind, uses, isArranging }: GroupCardProps) {
  const t = texts().categories;
  const [isNaming, setNaming] = useState(false);
  const { name, categories } = group;
  const move = async (commands: readonly Command[]) => {
    if (commands.length > 0) await actWithUndo(t.reordered, ...commands);
  };
  const noteOf = ({ id, archived }: Category) =>
    [...(uses ? [uses.has(id) ? t.uses(uses.get(id) ?? 0) : t.unused] : []), ...(archived ? [t.archived] : [])].join(
      " · ",
    );
  return (
    <Card
      title={name}
      more={
        isArranging ? (
          <UpDown
            name={name}
            isFirst={groups[0]?.name === name}
            isLast={groups.at(-1)?.name === name}
            onMove={(by) => void move(moveGroup(groups, name, by))}
          />
        ) : (
          canWrite.value && (
            <IconButton
              icon={mdiPencilOutline}
              label={t.renameGroup(name)}
              action="rename-group"
              onClick={() => setNaming(true)}
            />
          )
        )
      }
    >
      {categories.map((category) => (
        <div key={category.id} class={s.item}>
          <Row
            {...(isArranging ? {} : { href: `/categories/${category.id}` })}
            action="open-category"
            lead={<Badge path={categoryIcon(category.icon)} color={category.color} />}
            title={<bdi>{category.name}</bdi>}
            note={noteOf(category)}
            end={!isArranging && <Icon path={mdiChevronRight} />}
          />
          {isArranging && (
            <UpDown
              name={category.name}
              isFirst={categories[0] === category}
              isLast={categories.at(-1) === category}
              onMove={(by) => void move(moveCategory(groups, category.id, by))}
            />
          )}
        </div>
      ))}
      {isNaming && <GroupName group={wholeOf(group, ofKind)} ofKind={ofKind} onClose={() => setNaming(false)} />}
    </Card>
  );
}

interface UpDownProps {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
}

function UpDown({ name, isFirst, isLast, onMove }: UpDownProps) {
  const t = texts().categories;
  return (
    <span class={s.tools}>
      <IconButton icon={mdiArrowUp} label={t.up(name)} action="move-up" disabled={isFirst} onClick={() => onMove(-1)} />
      <IconButton
        icon={mdiArrowDown}
        label={t.down(name)}
        action="move-down"
        disabled={isLast}
        onClick={() => onMove(1)}
      />
    </span>
  );
}

/** A group is renamed with all that is in it, shown or not. */
function wholeOf({ name }: Group, ofKind: readonly Category[]): Group {
  return { name, categories: ofKind.filter((one) => one.group === name) };
}

interface GroupNameProps {
  readonly group: Group;
  readonly ofKind: readonly Category[];
  readonly onClose: () => void;
}

function GroupName({ group, ofKind, onClose }: GroupNameProps) {
  const t = texts().categories;
  const [name, setName] = useState(group.name);
  const typed = name.trim();
  const joined = ofKind.find((one) => one.group !== group.name && one.group.toLowerCase() === typed.toLowerCase());
  const given = joined?.group ?? typed;
  const shared = sharedName(ofKind, group, given);
  const fault = given === "" ? t.form.faults.group : shared !== null ? t.groupShared(shared) : null;
  const save = useOnce(async () => {
    if (fault) return;
    onClose();
    if (given !== group.name) await actWithUndo(t.groupRenamed(given), ...renameGroup(group, given));
  });
  return (
    <Dialog
      title={t.renameGroup(group.name)}
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          <Button action="save" onClick={() => void save()}>
            {t.form.save}
          </Button>
        </>
      }
    >
      <TextField
        label={t.groupName}
        value={name}
        maxLength={100}
        fault={fault}
        hint={joined ? t.groupJoins(given) : undefined}
        onText={setName}
      />
    </Dialog>
  );
}
