import { useState } from "preact/hooks";
import { canWrite } from "../../state/ledgers.ts";
import { accounts, openAccounts } from "../../state/reference.ts";
import { ask, ofLedger, type Schemas, useServer } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Choice } from "../../ui/field.tsx";
import { Line } from "../../ui/line.tsx";
import { Row } from "../../ui/row.tsx";
import { Stack } from "../../ui/stack.tsx";
import s from "./import.module.css";

/** How the next files of an account will be read without asking, and the way to be asked again. */
export function Remembered() {
  const t = texts().imports;
  const [account, setAccount] = useState<string | null>(null);
  const id = account ?? openAccounts.value[0]?.id ?? null;
  const path = id && ofLedger(`accounts/${id}/import-layouts`);
  const { value, failure, reload } = useServer<{ items: readonly Schemas["ImportLayout"][] }>(path);
  const [refused, setRefused] = useState<Parameters<typeof Failed>[0]["failure"] | null>(null);
  if (!id || !accounts.value.has(id)) return null;
  const forget = async (rest: string) => {
    const answer = await ask({ method: "DELETE", path: `${path}${rest}` });
    setRefused(answer.ok ? null : answer);
    if (answer.ok) say({ text: t.forgotten });
    reload();
  };
  return (
    <Card title={t.remembered}>
      <Stack>
        <p class={s.hint}>{t.rememberedHint}</p>
        <Choice label={texts().entry.account} value={id} onChoice={setAccount}>
          {openAccounts.value.map((one) => (
            <option key={one.id} value={one.id} selected={one.id === id}>
              {one.name}
            </option>
          ))}
        </Choice>
        {(refused ?? failure) && <Failed failure={(refused ?? failure) as never} onAgain={reload} />}
        {value?.items.length === 0 && <p class={s.hint}>{t.nothingRemembered}</p>}
        {value?.items.map((layout) => (
          <Line
            key={layout.id}
            end={
              canWrite.value && (
                <Button look="text" action="forget-layout" onClick={() => void forget(`/${layout.id}`)}>
                  {t.forget}
                </Button>
              )
            }
          >
            <Row
              title={t.layout(layout.format.toUpperCase(), layout.headers.join(", ") || (layout.dateFormat ?? ""))}
              note={[layout.dateFormat, layout.encoding, layout.decimalSeparator].filter(Boolean).join(" · ")}
            />
          </Line>
        ))}
        {canWrite.value && (value?.items.length ?? 0) > 1 && (
          <Button look="outlined" action="forget-layouts" onClick={() => void forget("")}>
            {t.forgetAll}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
