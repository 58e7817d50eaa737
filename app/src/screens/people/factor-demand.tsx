import { useState } from "preact/hooks";
import type { Failure } from "../../replica/index.ts";
import { ledger } from "../../state/device.ts";
import { ask, type Schemas, useServer } from "../../state/server.ts";
import { syncNow } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Switch } from "../../ui/field.tsx";
import { useOnce } from "../../ui/once.ts";

/** Whether the ledger is open only to members whose password alone signs nobody in. */
export function FactorDemand() {
  const t = texts().factors;
  const path = `ledgers/${ledger.value?.id ?? ""}`;
  const { value, reload } = useServer<Schemas["LedgerView"]>(path);
  const [failure, setFailure] = useState<Failure | null>(null);
  const set = useOnce(async (factorRequired: boolean) => {
    const answer = await ask({ method: "PATCH", path, body: { factorRequired } });
    setFailure(answer.ok ? null : answer);
    reload();
    void syncNow();
  });
  if (!value) return null;
  return (
    <Card title={t.title}>
      <Switch
        label={t.demand}
        hint={t.demandHint}
        checked={value.factorRequired ?? false}
        onSwitch={(on) => void set(on)}
      />
      {failure && <Failed failure={failure} />}
    </Card>
  );
}
