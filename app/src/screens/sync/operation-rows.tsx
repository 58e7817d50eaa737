import { mdiDeleteOutline, mdiPencilOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { momentShown } from "../../dates/shown.ts";
import { goingWith, type OutboxRow } from "../../replica/index.ts";
import { act } from "../../state/act.ts";
import { current, gone } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { accounts, reference } from "../../state/reference.ts";
import { say } from "../../state/snack.ts";
import { syncState, whyNotTaken } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Line } from "../../ui/line.tsx";
import { Row } from "../../ui/row.tsx";
import { placeOf, subjectOf } from "./subject.ts";

/** Something that waits: what it is, why it waits, and what can be done about it. */
export function WaitingRow({ row, all }: { readonly row: OutboxRow; readonly all: readonly OutboxRow[] }) {
  const t = texts().syncCentre;
  const { route } = useLocation();
  const [isAsking, setAsking] = useState(false);
  const place = placeOf(row.operation);
  const following = goingWith(row, all).length - 1;
  const states = { sending: "sending", signedOut: "kept", local: "alone" } as const;
  const state = whyNotTaken.value ? "rejected" : (states[syncState.value as keyof typeof states] ?? "waiting");
  const discard = async () => {
    const gone = (await current.value?.replica.discard(row.key)) ?? [];
    const commands = gone.map(({ operation: { type, entityId, data }, snapshot }) => ({
      type,
      entityId,
      ...(data === undefined ? {} : { data }),
      ...(snapshot === undefined ? {} : { snapshot }),
    }));
    say({ text: t.discarded, undo: () => act(...commands) });
    return null;
  };
  return (
    <Line
      end={
        <>
          {place && !gone.value && (
            <IconButton icon={mdiPencilOutline} label={t.edit} action="edit-operation" onClick={() => route(place)} />
          )}
          <IconButton
            icon={mdiDeleteOutline}
            label={t.discard}
            action="discard-operation"
            onClick={() => setAsking(true)}
          />
        </>
      }
    >
      <Words row={row} state={state} />
      {isAsking && (
        <Confirm title={t.discard} isDanger onConfirm={discard} onClose={() => setAsking(false)}>
          <p>{t.discardText}</p>
          {following > 0 && <p>{t.discardsToo(following)}</p>}
        </Confirm>
      )}
    </Line>
  );
}

export function DoneRow({ row }: { readonly row: OutboxRow }) {
  const isMerged = row.outcome?.status === "merged";
  return (
    <Words row={row} state={isMerged ? "merged" : "applied"} others={isMerged ? row.outcome?.fields : undefined} />
  );
}

interface WordsProps {
  readonly row: OutboxRow;
  readonly state: "waiting" | "sending" | "kept" | "alone" | "rejected" | "applied" | "merged";
  /** What others had changed meanwhile. */
  readonly others?: readonly string[] | undefined;
}

function Words({ row, state, others = [] }: WordsProps) {
  const t = texts().syncCentre;
  const { operation } = row;
  const { amount, accountId } = operation.data ?? {};
  const currency = accounts.value.get(String(accountId))?.currency ?? reference.value?.currency ?? "EUR";
  // Of an edit only what changed is sent, and that may not name it.
  const subject = useRead((replica) => subjectOf(replica, operation), [operation.id]);
  const fields = others.flatMap((field) => t.fields[field as keyof typeof t.fields] ?? []);
  const said = fields.length > 0 ? t.mergedWith(fields.join(", ")) : t.states[state];
  return (
    <div data-operation={operation.type} data-state={state}>
      <Row
        wraps
        title={subject ? `${t.verbs[operation.type]}: ${subject}` : t.verbs[operation.type]}
        end={typeof amount === "number" && <Amount minor={amount} currency={currency} />}
        note={`${said} · ${momentShown(row.at)}`}
      />
    </div>
  );
}
