import { mdiBookOpenVariant, mdiPencilOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { Screen } from "../../shell/screen.tsx";
import { changeUser, type KnownLedger, ledger, NOBODY, user } from "../../state/device.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { AskedToJoin } from "../../ui/asked-to-join.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Line } from "../../ui/line.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import { Stack } from "../../ui/stack.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { CreateLedger } from "./create-ledger.tsx";
import { DeleteLedger } from "./delete-ledger.tsx";
import { DeletedLedgers } from "./deleted-ledgers.tsx";
import { saveLedger } from "./export.ts";
import s from "./ledgers.module.css";
import { RenameLedger } from "./rename-ledger.tsx";

/** Each ledger of the user, which one is on the screen, and new ones. */
export function Ledgers() {
  const t = texts().ledgers;
  const [renamed, setRenamed] = useState<KnownLedger | null>(null);
  const [isCreating, setCreating] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const known = user.value;
  const here = ledger.value;
  const isAlone = known?.id === NOBODY;
  const choose = ({ id, name }: KnownLedger) => {
    if (!known || id === here?.id) return;
    changeUser(known.id, { ledgerId: id });
    say({ text: t.switchedTo(name) });
  };
  const noteOf = (one: KnownLedger) =>
    [
      one.currency,
      one.begunAs === undefined ? texts().people.roles[one.role] : t.begun,
      one.id === here?.id && t.current,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Screen name="ledgers" title={t.title} up="/more">
      <Stack>
        <Card>
          {known?.ledgers.map((one) => (
            <Line
              key={one.id}
              end={
                one.role === "owner" &&
                one.id === here?.id && (
                  <IconButton
                    icon={mdiPencilOutline}
                    label={t.rename}
                    action="rename-ledger"
                    onClick={() => setRenamed(one)}
                  />
                )
              }
            >
              <Row
                action="choose-ledger"
                lead={<Badge path={mdiBookOpenVariant} />}
                title={one.name}
                note={noteOf(one)}
                selected={one.id === here?.id}
                onPress={() => choose(one)}
              />
            </Line>
          ))}
        </Card>
        <Button look="tonal" action="create-ledger" onClick={() => setCreating(true)}>
          {t.create}
        </Button>
        {!isAlone && (
          <TextLink href="/join" action="was-invited">
            {texts().joining.wasInvited}
          </TextLink>
        )}
        <Card>
          <Stack>
            <p class={s.hint}>{t.exportHint}</p>
            <Button look="outlined" action="export-ledger" onClick={() => void saveLedger()}>
              {t.export}
            </Button>
            {here?.role === "owner" && !isAlone && here.begunAs === undefined && (
              <Button look="text" action="delete-ledger" onClick={() => setDeleting(true)}>
                {t.delete}
              </Button>
            )}
          </Stack>
        </Card>
        {!isAlone && <AskedToJoin />}
        {!isAlone && <DeletedLedgers />}
      </Stack>
      {isCreating && <CreateLedger onClose={() => setCreating(false)} />}
      {renamed && <RenameLedger ledger={renamed} onClose={() => setRenamed(null)} />}
      {isDeleting && here && <DeleteLedger ledger={here} onClose={() => setDeleting(false)} />}
    </Screen>
  );
}
