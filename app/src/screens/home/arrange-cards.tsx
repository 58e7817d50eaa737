import { mdiArrowDown, mdiArrowUp } from "@mdi/js";
import { homeCards, moveHomeCard } from "../../state/home-cards.ts";
import { texts } from "../../state/texts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Row } from "../../ui/row.tsx";
import s from "./home.module.css";

/** The cards of Home by their names, each with the way up and down. */
export function ArrangeCards({ onDone }: { readonly onDone: () => void }) {
  const t = texts().homeCards;
  const cards = homeCards();
  return (
    <Card title={t.arrange}>
      <p class={s.note}>{t.hint}</p>
      {cards.map((card) => (
        <Row
          key={card}
          title={t.names[card]}
          end={
            <span class={s.tools}>
              <IconButton
                icon={mdiArrowUp}
                label={t.up(t.names[card])}
                action="move-up"
                disabled={cards[0] === card}
                onClick={() => moveHomeCard(card, -1)}
              />
              <IconButton
                icon={mdiArrowDown}
                label={t.down(t.names[card])}
                action="move-down"
                disabled={cards.at(-1) === card}
                onClick={() => moveHomeCard(card, 1)}
              />
            </span>
          }
        />
      ))}
      <Button wide action="arranged" onClick={onDone}>
        {t.arranged}
      </Button>
    </Card>
  );
}
