import { mdiAlertCircleOutline } from "@mdi/js";
import { gone, issues } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Row } from "../../ui/row.tsx";

/** What waits for a decision, before anything else. */
export function AttentionCard() {
  const t = texts().home;
  if (issues.value === 0 && !gone.value) return null;
  return (
    <Card title={t.attention} look="attention">
      <Row
        href="/sync"
        action="open-sync"
        lead={<Icon path={mdiAlertCircleOutline} />}
        title={gone.value ? t.gone : t.undecided(issues.value)}
      />
    </Card>
  );
}
