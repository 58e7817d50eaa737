import { mdiArrowDown, mdiArrowUp, mdiChevronRight, mdiPencilOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { type Group, moveCategory, moveGroup, renameGroup } from "../../categories/order.ts";
import { categoryIcon } from "../../icons/icons.ts";
import { act, actWithUndo } from "../../state/act.ts";
import { canWrite } from "../../state/ledgers.ts";
import { texts } from "../../state/texts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import s from "./group-card.module.css";

interface GroupCardProps {
  readonly group: Group;
  readonly groups: readonly Group[];
  readonly isArranging: boolean;
  readonly onOpen: (id: string) => void;
}

export function GroupCard({ group, groups, isArranging, onOpen }: GroupCardProps) {
  const t = texts().categories;
  const [isNaming, setNaming] = useState(false);
  const { name, categories } = group;
  return (
    <Card
      title={name}
      more={
        isArranging ? (
          <UpDown
            name={name}
            isFirst={groups[0]?.name === name}
            isLast={groups.at(-1)?.name === name}
            onMove={(by) => void act(...moveGroup(groups, name, by))}
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
      {categories.map(({ id, name: called, icon, color, archived }) => (
        <div key={id} class={s.item}>
          <Row
            action="open-category"
            lead={<Badge path={categoryIcon(icon)} color={color} />}
            title={called}
            note={archived ? t.archived : undefined}
            end={!isArranging && <Icon path={mdiChevronRight} />}
            onPress={() => onOpen(id)}
          />
          {isArranging && (
            <UpDown
              name={called}
              isFirst={categories[0]?.id === id}
              isLast={categories.at(-1)?.id === id}
              onMove={(by) => void act(...moveCategory(groups, id, by))}
            />
          )}
        </div>
      ))}
      {isNaming && <GroupName group={group} onClose={() => setNaming(false)} />}
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

function GroupName({ group, onClose }: { readonly group: Group; readonly onClose: () => void }) {
  const t = texts().categories;
  const [name, setName] = useState(group.name);
  const given = name.trim();
  const save = async () => {
    if (given === "") return;
    onClose();
    if (given !== group.name) await actWithUndo(t.groupRenamed(given), ...renameGroup(group, given));
  };
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
        fault={given === "" ? t.form.faults.group : null}
        onText={setName}
      />
    </Dialog>
  );
}
