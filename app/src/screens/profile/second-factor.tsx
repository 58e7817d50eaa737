import { mdiShieldKeyOutline } from "@mdi/js";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Badge, Row } from "../../ui/row.tsx";

/** The way to what a sign-in needs beside the password. */
export function SecondFactor() {
  const t = texts().factors;
  return (
    <Card title={t.title}>
      <Row
        href="/profile/factors"
        action="go-factors"
        lead={<Badge path={mdiShieldKeyOutline} />}
        title={t.open}
        note={t.openNote}
      />
    </Card>
  );
}
