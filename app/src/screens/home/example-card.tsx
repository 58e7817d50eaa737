import { useState } from "preact/hooks";
import { ledger } from "../../state/device.ts";
import { leaveExample } from "../../state/example.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import { TextLink } from "../../ui/text-link.tsx";

/** In the example household, that it is one, and the ways out of it. */
export function ExampleCard() {
  const t = texts().example;
  const [isAsking, setAsking] = useState(false);
  const known = ledger.value;
  if (known?.example === undefined) return null;
  const throwAway = async () => {
    await leaveExample(known);
    return null;
  };
  return (
    <Card title={t.title} look="plain">
      <Stack>
        <p>{t.text}</p>
        <Flow>
          <Button look="tonal" action="leave-example" onClick={() => setAsking(true)}>
            {t.leave}
          </Button>
          <TextLink href="/sign-in" action="open-sign-in">
            {t.register}
          </TextLink>
        </Flow>
      </Stack>
      {isAsking && (
        <Confirm title={t.leave} isDanger onConfirm={throwAway} onClose={() => setAsking(false)}>
          <p>{t.leaveText}</p>
        </Confirm>
      )}
    </Card>
  );
}
