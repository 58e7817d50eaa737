import { mdiPlus, mdiShapeOutline, mdiSwapVertical } from "@mdi/js";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type Category, groupsOf } from "../../categories/order.ts";
import { usesBy } from "../../categories/uses.ts";
import { Screen } from "../../shell/screen.tsx";
import { canWrite } from "../../state/ledgers.ts";
import { lines, watchLines } from "../../state/lines.ts";
import { reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Button, Chip, IconButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/card.tsx";
import { Switch } from "../../ui/field.tsx";
import { Flow } from "../../ui/stack.tsx";
import { GroupCard } from "./group-card.tsx";

const KINDS = ["expense", "income"] as const;

/** The categories of a ledger under their groups, in an order that all of its members share. */
export function Categories() {
  const t = texts().categories;
  const { route } = useLocation();
  const [kind, setKind] = useState<Category["kind"]>("expense");
  const [isArranging, setArranging] = useState(false);
  const [withArchived, setWithArchived] = useState(false);
  const all = reference.value?.categories ?? [];
  const ofKind = all.filter((category) => category.kind === kind);
  const groups = groupsOf(ofKind.filter(({ archived }) => withArchived || !archived));
  useEffect(watchLines, []);
  const known = lines.value;
  const uses = useMemo(() => (known?.isWhole ? usesBy(known.all) : null), [known]);
  const add = () => route(`/categories/new?kind=${kind}`);
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
            <IconButton icon={mdiPlus} label={t.add} action="add-category" onClick={add} />
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
      {reference.value && groups.length === 0 && (
        <Empty icon={mdiShapeOutline} text={t.empty}>
          {canWrite.value && (
            <Button icon={mdiPlus} look="tonal" action="add-category" onClick={add}>
              {t.add}
            </Button>
          )}
        </Empty>
      )}
      {groups.map((group) => (
        <GroupCard
          key={group.name}
          group={group}
          groups={groups}
          ofKind={ofKind}
          uses={uses}
          isArranging={isArranging}
        />
      ))}
      {ofKind.some(({ archived }) => archived) && (
        <Switch label={t.showArchived} checked={withArchived} onSwitch={setWithArchived} />
      )}
    </Screen>
  );
}
