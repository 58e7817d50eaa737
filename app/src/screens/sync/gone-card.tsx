import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { ledger } from "../../state/device.ts";
import { forgetLedger } from "../../state/leave.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Stack } from "../../ui/stack.tsx";

/** The ledger is not the user's any more: it can be read until they have seen that, and saved what was not sent. */
export function GoneCard() {
  const t = texts().syncCentre;
  const { route } = useLocation();
  const [isAsking, setAsking] = useState(false);
  const takeOff = async () => {
    if (ledger.value) await forgetLedger(ledger.value);
    route("/", true);
    return null;
  };
  return (
    <Card title={t.gone} look="attention">
      <Stack>
        <p>{t.goneText}</p>
        <div>
          <Button look="danger" action="take-off" onClick={() => setAsking(true)}>
            {t.takeOff}
          </Button>
        </div>
      </Stack>
      {isAsking && (
        <Confirm title={t.takeOff} isDanger onConfirm={takeOff} onClose={() => setAsking(false)}>
          <p>{t.takeOffText}</p>
        </Confirm>
      )}
    </Card>
  );
}
