import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { momentShown } from "../../dates/shown.ts";
import { type Schemas, useServer } from "../../state/server.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { TextField } from "../../ui/field.tsx";
import { Row } from "../../ui/row.tsx";
import { Stack } from "../../ui/stack.tsx";
import { ConfirmAddress } from "../profile/confirm-address.tsx";

/** What the user is invited to, and a field for the code of a mail. Invitations are shown to whoever has proved their address. */
export function EnterCode() {
  const t = texts().joining;
  const { route } = useLocation();
  const [code, setCode] = useState("");
  const me = useServer<Schemas["User"]>("me");
  const received = useServer<{ items: readonly Schemas["ReceivedInvitation"][] }>("invitations");
  const items = received.value?.items ?? [];
  const reload = () => {
    me.reload();
    received.reload();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    // As mail programs break and mark it.
    const bare = code.replace(/\s/g, "");
    if (bare !== "") route(`/join/${encodeURIComponent(bare)}`);
  };
  return (
    <Stack>
      {items.length > 0 && (
        <Card title={t.received}>
          {items.map(({ id, ledger, invitedBy, expiresAt }) => (
            <Row
              key={id}
              href={`/join/${id}`}
              action="open-invitation"
              title={ledger}
              note={`${invitedBy} · ${t.until(momentShown(expiresAt))}`}
            />
          ))}
        </Card>
      )}
      {me.value && !me.value.emailVerified && (
        <Card title={t.confirmFirst}>
          <Stack>
            <p>{t.confirmText(me.value.email)}</p>
            <ConfirmAddress onConfirmed={reload} />
          </Stack>
        </Card>
      )}
      {me.value?.emailVerified && received.value && items.length === 0 && <p>{t.noneReceived(me.value.email)}</p>}
      {received.failure && <Failed failure={received.failure} onAgain={reload} />}
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextField
            label={t.code}
            hint={t.codeHint}
            name="join-code"
            autocomplete="off"
            autocapitalize="none"
            value={code}
            onText={setCode}
          />
          <div>
            <Button type="submit" action="look-up" disabled={code.trim() === ""}>
              {t.lookUp}
            </Button>
          </div>
        </Stack>
      </form>
    </Stack>
  );
}
