import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../../replica/index.ts";
import { unread } from "../../state/inbox.ts";
import { ask, ofLedger, type Schemas, useServer } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { syncNow } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { useOnce } from "../../ui/once.ts";
import { Row } from "../../ui/row.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import s from "./people.module.css";
import { RoleChoice } from "./role-choice.tsx";

/** Who asks to join, before anything else: somebody waits for an answer. */
export function JoinRequests() {
  const { value, reload } = useServer<{ items: readonly Schemas["JoinRequestView"][] }>(ofLedger("join-requests"));
  // Owners are notified of each.
  useEffect(reload, [unread.value]);
  if (!value || value.items.length === 0) return null;
  return (
    <Card title={texts().people.requests} look="plain">
      {value.items.map((request) => (
        <Asking key={request.id} request={request} onAnswered={reload} />
      ))}
    </Card>
  );
}

interface AskingProps {
  readonly request: Schemas["JoinRequestView"];
  readonly onAnswered: () => void;
}

function Asking({ request, onAnswered }: AskingProps) {
  const t = texts().people;
  const { id, displayName, email, message } = request;
  const [role, setRole] = useState<Schemas["LedgerRole"]>(request.role === "viewer" ? "viewer" : "editor");
  const [failure, setFailure] = useState<Failure | null>(null);
  const answer = useOnce(async (way: "acceptance" | "refusal") => {
    const body = way === "acceptance" ? { body: { role } } : {};
    const said = await ask({ method: "POST", path: ofLedger(`join-requests/${id}/${way}`), ...body });
    setFailure(said.ok ? null : said);
    if (!said.ok) return;
    say({ text: way === "acceptance" ? t.accepted(displayName) : t.declined });
    onAnswered();
    void syncNow();
  });
  return (
    <Stack>
      <Row title={displayName} note={email} />
      {message && <p class={s.hint}>{message}</p>}
      <RoleChoice roles={["editor", "viewer"]} role={role} onRole={setRole} />
      {failure && <Failed failure={failure} />}
      <Flow>
        <Button action="accept-request" onClick={() => void answer("acceptance")}>
          {t.accept}
        </Button>
        <Button look="outlined" action="decline-request" onClick={() => void answer("refusal")}>
          {t.decline}
        </Button>
      </Flow>
    </Stack>
  );
}
