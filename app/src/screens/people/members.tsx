import { mdiAccountOutline, mdiCogOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { monthShown } from "../../dates/shown.ts";
import type { Failure } from "../../replica/index.ts";
import { ledger, user } from "../../state/device.ts";
import { forgetLedger } from "../../state/leave.ts";
import { current } from "../../state/ledgers.ts";
import { members as synced } from "../../state/reference.ts";
import { ask, ofLedger, type Schemas, useServer } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { refreshLedgers } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Choice } from "../../ui/field.tsx";
import { Line } from "../../ui/line.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import { UnsentNote } from "../../ui/unsent-note.tsx";
import { ManageMember } from "./manage-member.tsx";

type Member = Schemas["MemberView"];

/** From the server where it can be asked, since it alone tells addresses; else from this device. */
export function Members() {
  const t = texts().people;
  const { route } = useLocation();
  const { value, failure, reload } = useServer<{ items: readonly Member[] }>(ofLedger("members"));
  const [managed, setManaged] = useState<Member | null>(null);
  const [asking, setAsking] = useState<"leave" | "handOver" | null>(null);
  const [heir, setHeir] = useState("");
  const [afterwards, setAfterwards] = useState<"editor" | "viewer" | "none">("editor");
  const me = user.value?.id ?? "";
  const isOwner = ledger.value?.role === "owner";
  const all: readonly Pick<Member, "userId" | "displayName" | "role" | "since" | "email">[] = value?.items ?? [
    ...synced.value.values(),
  ];
  const others = (value?.items ?? []).filter(({ userId }) => userId !== me);
  const leave = async (): Promise<Failure | null> => {
    const answer = await ask({ method: "DELETE", path: ofLedger(`members/${me}`) });
    if (!answer.ok) return answer;
    await left();
    return null;
  };
  const left = async () => {
    if (ledger.value) await forgetLedger(ledger.value);
    say({ text: t.left });
    route("/", true);
  };
  const handOver = async (): Promise<Failure | null> => {
    const answer = await ask({ method: "POST", path: ofLedger("handover"), body: { userId: heir, role: afterwards } });
    if (!answer.ok) return answer;
    if (afterwards === "none") await left();
    else {
      await refreshLedgers();
      reload();
      say({ text: t.changed });
    }
    return null;
  };
  return (
    <Card title={t.members}>
      {failure && <Failed failure={failure} onAgain={reload} />}
      {all.map((member) => (
        <Line
          key={member.userId}
          end={
            isOwner &&
            value &&
            member.userId !== me && (
              <IconButton
                icon={mdiCogOutline}
                label={t.manage(member.displayName)}
                action="manage-member"
                onClick={() => setManaged(member as Member)}
              />
            )
          }
        >
          <Row
            wraps
            lead={<Badge path={mdiAccountOutline} />}
            title={member.userId === me ? `${member.displayName} (${t.you})` : member.displayName}
            note={[t.roles[member.role], member.email ?? t.since(monthShown(member.since.slice(0, 10)))].join(" · ")}
          />
        </Line>
      ))}
      {value && (
        <>
          {isOwner && others.length > 0 && (
            <Button look="text" action="hand-over" onClick={() => setAsking("handOver")}>
              {t.handOver}
            </Button>
          )}
          <Button look="text" action="leave-ledger" onClick={() => setAsking("leave")}>
            {t.leave}
          </Button>
        </>
      )}
      {managed && (
        <ManageMember
          member={managed}
          onClose={() => {
            setManaged(null);
            reload();
          }}
        />
      )}
      {asking === "leave" && (
        <Confirm title={t.leave} isDanger onConfirm={leave} onClose={() => setAsking(null)}>
          <UnsentNote replicas={() => (current.value ? [current.value.replica] : [])} />
          <p>{t.leaveText}</p>
        </Confirm>
      )}
      {asking === "handOver" && (
        <Confirm
          title={t.handOver}
          isDanger
          isDisabled={heir === ""}
          onConfirm={handOver}
          onClose={() => setAsking(null)}
        >
          <Choice label={t.members} value={heir} onChoice={setHeir}>
            <option value="">—</option>
            {others.map(({ userId, displayName }) => (
              <option key={userId} value={userId} selected={userId === heir}>
                {displayName}
              </option>
            ))}
          </Choice>
          <Choice
            label={t.handOverRole}
            value={afterwards}
            onChoice={(role) => setAfterwards(role as typeof afterwards)}
          >
            {(["editor", "viewer", "none"] as const).map((role) => (
              <option key={role} value={role} selected={role === afterwards}>
                {t.afterwards[role]}
              </option>
            ))}
          </Choice>
          {heir && <p>{t.handOverText(others.find(({ userId }) => userId === heir)?.displayName ?? "")}</p>}
        </Confirm>
      )}
    </Card>
  );
}
