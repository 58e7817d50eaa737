import { useEffect, useState } from "preact/hooks";
import { dayInText, dayShown, timeShown } from "../../dates/shown.ts";
import { NOBODY, user } from "../../state/device.ts";
import { members } from "../../state/reference.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Row } from "../../ui/row.tsx";
import { type Statement, statementsOf, type Trouble, troubleOf, undo } from "./finish.ts";
import s from "./reconcile.module.css";

const MOST = 24;

/** The statements that the account agreed with. The server has them, so they are only seen with a connection. */
export function Statements({ accountId, currency, round }: { accountId: string; currency: string; round: number }) {
  const t = texts().reconcile;
  const [known, setKnown] = useState<readonly Statement[] | Trouble | null>(null);
  const [asked, setAsked] = useState(0);
  const isLocal = user.value?.id === NOBODY;
  useEffect(() => {
    let isHere = true;
    if (isLocal) return;
    void statementsOf(accountId, MOST).then((answer) => {
      if (isHere) setKnown(answer.ok ? answer.value : troubleOf(answer));
    });
    return () => {
      isHere = false;
    };
  }, [accountId, round, asked, isLocal]);
  const takeBack = async (statement: Statement) => {
    const trouble = await undo(statement);
    say({ text: trouble ? t.trouble(trouble, "") : t.takenBack(dayInText(statement.on, "upTo")) });
    setAsked(asked + 1);
  };
  return (
    <Card title={t.former}>
      {isLocal && <p class={s.hint}>{t.formerNoAccount}</p>}
      {!isLocal && known === null && <p class={s.hint}>{t.formerLoading}</p>}
      {known && "kind" in known && <p class={s.hint}>{t.formerOffline}</p>}
      {known && "length" in known && known.length === 0 && <p class={s.hint}>{t.formerNone}</p>}
      {known &&
        "length" in known &&
        known.map((statement, place) => (
          <Row
            key={statement.id}
            title={dayShown(statement.on)}
            note={[t.entries(statement.entries), nameOf(statement), timeShown(statement.createdAt)]
              .filter((part) => part !== "")
              .join(" · ")}
            end={
              <>
                <Amount minor={statement.balance} currency={currency} />
                {place === 0 && (
                  <Button look="text" action="undo-reconciliation" onClick={() => void takeBack(statement)}>
                    {texts().common.undo}
                  </Button>
                )}
              </>
            }
          />
        ))}
    </Card>
  );
}

function nameOf({ createdBy }: Statement): string {
  return members.value.size > 1 ? (members.value.get(createdBy)?.displayName ?? "") : "";
}
