import { useState } from "preact/hooks";
import { timeShown } from "../../dates/shown.ts";
import type { Failure } from "../../replica/index.ts";
import { saidOf } from "../../state/refusals.ts";
import { ask, ofLedger, type Schemas, useServer } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { TextField } from "../../ui/field.tsx";
import { Line } from "../../ui/line.tsx";
import { useOnce } from "../../ui/once.ts";
import { Row } from "../../ui/row.tsx";
import { Stack } from "../../ui/stack.tsx";
import { RoleChoice } from "./role-choice.tsx";

/** An invitation by mail, and those that are open. What was typed stays until it is sent. */
export function Invite() {
  const t = texts().people;
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Schemas["LedgerRole"]>("editor");
  const [failure, setFailure] = useState<Failure | null>(null);
  // What could not be taken back is told beside the invitations, and not in the form for another.
  const [kept, setKept] = useState<Failure | null>(null);
  const wrong = saidOf(failure, "email");
  const open = useServer<{ items: readonly Schemas["InvitationView"][] }>(ofLedger("invitations"));
  const send = useOnce(async (_: Event) => {
    const answer = await ask({ method: "POST", path: ofLedger("invitations"), body: { email: email.trim(), role } });
    setFailure(answer.ok ? null : answer);
    if (!answer.ok) return;
    say({ text: t.sent(email.trim()) });
    setEmail("");
    open.reload();
  });
  const withdraw = useOnce(async (id: string) => {
    const answer = await ask({ method: "DELETE", path: ofLedger(`invitations/${id}`) });
    setKept(answer.ok ? null : answer);
    if (answer.ok) say({ text: t.withdrawn });
    open.reload();
  });
  return (
    <Card title={t.invite}>
      <form onSubmit={send} noValidate>
        <Stack>
          <TextField
            label={t.email}
            type="email"
            name="invite"
            inputMode="email"
            autocapitalize="none"
            autocomplete="off"
            hint={t.inviteHint}
            value={email}
            fault={wrong}
            onText={setEmail}
          />
          <RoleChoice roles={["editor", "viewer"]} role={role} onRole={setRole} />
          {failure && !wrong && <Failed failure={failure} />}
          <Button type="submit" look="tonal" action="invite" disabled={email.trim() === ""}>
            {t.send}
          </Button>
        </Stack>
      </form>
      {kept && <Failed failure={kept} />}
      {open.value?.items.map(({ id, email: to, role: as, expiresAt }) => (
        <Line
          key={id}
          end={
            <Button look="text" action="withdraw-invitation" onClick={() => void withdraw(id)}>
              {t.withdraw}
            </Button>
          }
        >
          <Row title={to} note={`${t.roles[as]} · ${t.until(timeShown(expiresAt))}`} />
        </Line>
      ))}
    </Card>
  );
}
