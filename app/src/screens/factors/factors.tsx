import { mdiShieldKeyOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { timeShown } from "../../dates/shown.ts";
import type { Failure } from "../../replica/index.ts";
import { Screen } from "../../shell/screen.tsx";
import { type Schemas, useServer } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Line } from "../../ui/line.tsx";
import { Note } from "../../ui/note.tsx";
import { useOnce } from "../../ui/once.ts";
import { useProven } from "../../ui/proven.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import { Stack } from "../../ui/stack.tsx";
import { AddFactor } from "./add-factor.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

const FEW = 3;

/** What a sign-in needs beside the password: the apps that make codes, and codes for when they are lost. */
export function Factors() {
  const t = texts().factors;
  const { value, failure, reload } = useServer<Schemas["Factors"]>("me/factors");
  const { askProven, sheet } = useProven();
  const [begun, setBegun] = useState<Schemas["BegunFactor"] | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [removed, setRemoved] = useState<Schemas["Factor"] | null>(null);
  const [refused, setRefused] = useState<Failure | null>(null);
  const begin = useOnce(async () => {
    const count = value?.items.length ?? 0;
    const name = count === 0 ? t.firstName : `${t.firstName} ${count + 1}`;
    const answer = await askProven<Schemas["BegunFactor"]>({
      method: "POST",
      path: "me/factors",
      body: { name },
    });
    setRefused(answer.ok ? null : answer);
    if (answer.ok) setBegun(answer.value);
  });
  const renew = useOnce(async () => {
    const answer = await askProven<Schemas["NewRecoveryCodes"]>({ method: "POST", path: "me/recovery-codes" });
    setRefused(answer.ok ? null : answer);
    if (answer.ok) setCodes(answer.value.recoveryCodes);
  });
  const remove = async () => {
    const answer = await askProven({ method: "DELETE", path: `me/factors/${removed?.id}` });
    if (!answer.ok) return answer;
    say({ text: t.removed });
    reload();
    return null;
  };
  const left = value?.recoveryCodesLeft ?? 0;
  return (
    <Screen name="factors" title={t.title} up="/profile">
      <Stack>
        {(refused ?? failure) && <Failed failure={(refused ?? failure) as Failure} onAgain={reload} />}
        <Card title={t.apps}>
          <Stack>
            {value?.items.length === 0 && <p>{t.none}</p>}
            {value?.items.map((factor) => (
              <Line
                key={factor.id}
                end={
                  <Button look="text" action="remove-factor" onClick={() => setRemoved(factor)}>
                    {t.remove}
                  </Button>
                }
              >
                <Row
                  lead={<Badge path={mdiShieldKeyOutline} />}
                  wraps
                  title={factor.name}
                  note={
                    factor.lastUsedAt ? t.lastUsed(timeShown(factor.lastUsedAt)) : t.added(timeShown(factor.createdAt))
                  }
                />
              </Line>
            ))}
            {value && (
              <Button look="tonal" action="add-factor" onClick={() => void begin()}>
                {t.add}
              </Button>
            )}
          </Stack>
        </Card>
        {value && value.items.length > 0 && (
          <Card title={t.recovery}>
            <Stack>
              {left <= FEW ? <Note look="warning">{t.left(left)}</Note> : <p>{t.left(left)}</p>}
              <Button look="outlined" action="renew-codes" onClick={() => void renew()}>
                {t.renew}
              </Button>
            </Stack>
          </Card>
        )}
      </Stack>
      {begun && (
        <AddFactor
          begun={begun}
          onAdded={(made) => {
            setBegun(null);
            setCodes(made);
            say({ text: t.addedNow });
            reload();
          }}
          onClose={() => setBegun(null)}
        />
      )}
      {removed && (
        <Confirm title={t.remove} isDanger onConfirm={remove} onClose={() => setRemoved(null)}>
          <p>{value?.items.length === 1 ? t.removeLast(removed.name) : t.removeText(removed.name)}</p>
        </Confirm>
      )}
      {codes && (
        <RecoveryCodes
          codes={codes}
          onSaved={() => {
            setCodes(null);
            reload();
          }}
        />
      )}
      {sheet}
    </Screen>
  );
}
