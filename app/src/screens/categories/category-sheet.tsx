import { mdiArchiveOutline, mdiCallMerge, mdiFormatListBulleted, mdiTrashCanOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { recreated, useOf } from "../../categories/merge.ts";
import { type Category, lastPosition } from "../../categories/order.ts";
import { allEntries } from "../../figures/all-entries.ts";
import { newId, realSurroundings } from "../../replica/index.ts";
import { actWithUndo } from "../../state/act.ts";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { actAndOffer } from "../../state/undoable.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Row } from "../../ui/row.tsx";
import { CategoryFields, type CategoryForm } from "./category-fields.tsx";
import { MergeSheet } from "./merge-sheet.tsx";

interface CategorySheetProps {
  /** Null for a new one. */
  readonly category: Category | null;
  readonly kind: Category["kind"];
  readonly onClose: () => void;
}

/** A category that is made or changed, and what else can become of it. */
export function CategorySheet({ category, kind, onClose }: CategorySheetProps) {
  const t = texts().categories;
  const [form, setForm] = useState<CategoryForm>(() => formOf(category));
  const [isAsked, setAsked] = useState(false);
  const [isMerging, setMerging] = useState(false);
  const id = category?.id ?? "";
  const use = useRead(async (replica) => useOf(id, await allEntries(replica), await replica.all("budget")), [id]);
  const siblings = (reference.value?.categories ?? []).filter((one) => one.kind === kind && one.id !== id);
  const [name, group] = [form.name.trim(), form.group.trim()];
  const isTaken = siblings.some((one) => !one.archived && one.group === group && one.name === name);
  const save = async () => {
    setAsked(true);
    if (name === "" || group === "" || isTaken) return;
    const data = { name, group, icon: form.icon || null, color: form.color || null };
    onClose();
    if (!category) {
      const entityId = newId(realSurroundings);
      const made = {
        name,
        group,
        kind,
        position: lastPosition(siblings),
        ...pick("icon", form),
        ...pick("color", form),
      };
      await actAndOffer(
        t.created(name),
        [{ type: "category.create", entityId, data: made }],
        [{ type: "category.delete", entityId }],
      );
      return;
    }
    const changed = Object.entries(data).filter(([field, value]) => (category[field as "name"] ?? null) !== value);
    if (changed.length === 0) return;
    const patch = Object.fromEntries(changed);
    await actWithUndo(t.changed(name), { type: "category.revise", entityId: id, data: patch });
  };
  const archive = async (of: Category) => {
    onClose();
    await actWithUndo(of.archived ? t.wasUnarchived(of.name) : t.wasArchived(of.name), {
      type: "category.revise",
      entityId: id,
      data: { archived: !of.archived },
    });
  };
  const remove = async (of: Category) => {
    onClose();
    const again = recreated(of, newId(realSurroundings));
    await actAndOffer(t.deleted(of.name), [{ type: "category.delete", entityId: id }], [again]);
  };
  if (category && isMerging && use) {
    return <MergeSheet category={category} use={use} siblings={siblings} onClose={onClose} />;
  }
  return (
    <Dialog
      title={category ? t.form.edit : t.form.add}
      look="sheet"
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="cancel" onClick={onClose}>
            {texts().common.cancel}
          </Button>
          {canWrite.value && (
            <Button action="save" onClick={() => void save()}>
              {t.form.save}
            </Button>
          )}
        </>
      }
    >
      <CategoryFields
        form={form}
        groups={[...new Set(siblings.map((one) => one.group))]}
        isAsked={isAsked}
        isTaken={isTaken}
        onChange={(part) => setForm({ ...form, ...part })}
      />
      {category && (
        <div>
          <Row
            href={`/entries?categoryId=${id}`}
            action="open-entries"
            lead={<Icon path={mdiFormatListBulleted} />}
            title={t.entries}
            note={use && t.uses(use.entries.length)}
          />
          {canWrite.value && (
            <>
              <Row
                action="archive"
                lead={<Icon path={mdiArchiveOutline} />}
                title={category.archived ? t.unarchive : t.archive}
                onPress={() => void archive(category)}
              />
              {siblings.length > 0 && use && (
                <Row
                  action="merge"
                  lead={<Icon path={mdiCallMerge} />}
                  title={t.merge}
                  onPress={() => setMerging(true)}
                />
              )}
              {use && use.entries.length === 0 && use.budgets.length === 0 && (
                <Row
                  action="delete"
                  lead={<Icon path={mdiTrashCanOutline} />}
                  title={t.remove}
                  onPress={() => void remove(category)}
                />
              )}
            </>
          )}
          <p>{use && use.entries.length > 0 ? t.inUse(use.entries.length) : t.archiveHint}</p>
        </div>
      )}
    </Dialog>
  );
}

function formOf(category: Category | null): CategoryForm {
  return {
    name: category?.name ?? "",
    group: category?.group ?? "",
    icon: category?.icon ?? "",
    color: category?.color ?? "",
  };
}

function pick(field: "icon" | "color", form: CategoryForm): { [name: string]: string } {
  return form[field] === "" ? {} : { [field]: form[field] };
}
