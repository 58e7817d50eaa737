import { mdiTagOffOutline } from "@mdi/js";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Row } from "../../ui/row.tsx";
import type { Uncategorised } from "./read-home.ts";

/** How many entries of the last time have no category; a tap leads to them. */
export function UncategorisedCard({ count, since, days }: Uncategorised) {
  const t = texts().homeCards;
  if (count === 0) return null;
  return (
    <Card look="plain">
      <Row
        href={`/entries?categoryId=none&from=${since}`}
        action="open-uncategorised"
        lead={<Icon path={mdiTagOffOutline} />}
        title={<span data-count={count}>{t.uncategorised(count)}</span>}
        note={`${t.onlyLooked(days)} · ${t.uncategorisedNote}`}
      />
    </Card>
  );
}
