import { mdiAlertCircleOutline, mdiCloudAlertOutline } from "@mdi/js";
import { mayBeLost } from "../../state/storage.ts";
import { gone, issues } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Row } from "../../ui/row.tsx";

/** What waits for a decision, before anything else. */
export function AttentionCard() {
  const t = texts().home;
  const isUndecided = issues.value > 0 || gone.value;
  if (!isUndecided && !mayBeLost.value) return null;
  return (
    <Card title={t.attention} look="attention">
      {isUndecided && (
        <Row
          href="/sync"
          action="open-sync"
          lead={<Icon path={mdiAlertCircleOutline} />}
          title={gone.value ? t.gone : t.undecided(issues.value)}
        />
      )}
      {mayBeLost.value && (
        <Row
          href="/sync"
          action="open-unsent"
          lead={<Icon path={mdiCloudAlertOutline} />}
          title={t.mayBeLost}
          note={t.mayBeLostHint}
          wraps
        />
      )}
    </Card>
  );
}
