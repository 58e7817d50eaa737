import { mdiPlus, mdiShapeOutline, mdiSwapVertical } from "@mdi/js";
import { useState } from "preact/hooks";
import { type Category, groupsOf } from "../../categories/order.ts";
import { Screen } from "../../shell/screen.tsx";
import { canWrite } from "../../state/ledgers.ts";
import { reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Button, Chip, IconButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/card.tsx";
import { Switch } from "../../ui/field.tsx";
import { Flow } from "../../ui/stack.tsx";
import { CategorySheet } from "./category-sheet.tsx";
import { GroupCard } from "./group-card.tsx";

const KINDS = ["expense", "income"] as const;

/** The categories of a ledger under their groups, in an order that all of its members share. */
export function Categories() {
  const t = texts().categories;
  const [kind, setKind] = useState<Category["kind"]>("expense");
  const [isArranging, setArranging] = useState(false);
  const [withArchived, setWithArchived] = useState(false);
  // The id of the category that is looked at; empty for a new one.
  const [open, setOpen] = useState<string | null>(null);
  const all = reference.value?.categories ?? [];
  const ofKind = all.filter((category) => category.kind === kind);
  const groups = groupsOf(ofKind.filter(({ archived }) => withArchived || !archived));
  const chosen = all.find(({ id }) => id === open);
  return (
    <Screen
      name="categories"
      title={t.title}
      up="/more"
      actions={
        canWrite.value && (
          <>
            {ofKind.length > 1 && !isArranging && (
              <IconButton
                icon={mdiSwapVertical}
                label={t.arrange}
                action="arrange"
                onClick={() => setArranging(true)}
              />
            )}
            <IconButton icon={mdiPlus} label={t.add} action="add-category" onClick={() => setOpen("")} />
          </>
        )
      }
    >
      <Flow>
        {KINDS.map((one) => (
          <Chip key={one} action={`show-${one}`} selected={one === kind} onClick={() => setKind(one)}>
            {t.kinds[one]}
          </Chip>
        ))}
        {isArranging && (
          <Button look="tonal" action="arranged" onClick={() => setArranging(false)}>
            {t.arranged}
          </Button>
        )}
      </Flow>
      {groups.length === 0 && <Empty icon={mdiShapeOutline} text={t.empty} />}
      {groups.map((group) => (
        <GroupCard key={group.name} group={group} groups={groups} isArranging={isArranging} onOpen={setOpen} />
      ))}
      {ofKind.some(({ archived }) => archived) && (
        <Switch label={t.showArchived} checked={withArchived} onSwitch={setWithArchived} />
      )}
      {open !== null && (open === "" || chosen) && (
        <CategorySheet key={open} category={chosen ?? null} kind={kind} onClose={() => setOpen(null)} />
      )}
    </Screen>
  );
}
