import type { IssueRow } from "../../replica/index.ts";
import { user } from "../../state/device.ts";
import { members } from "../../state/reference.ts";
import { ofLedger, type Schemas, useServer } from "../../state/server.ts";
import { changeBehind } from "./behind.ts";

/** Who is at the other side of a conflict, and when they did it; null where that is not known. */
export interface Others {
  readonly name: string | null;
  /** The same user, on another device. */
  readonly isMe: boolean;
  readonly at: string | null;
}

/** As the server's history of an entry says, or of other things the activity of the ledger; else what came with the answer. */
export function useOthers(issue: IssueRow): Others {
  const { operation, outcome } = issue;
  const isAsked = outcome.status === "conflict";
  const isEntry = operation.type.startsWith("transaction.");
  const kind = operation.type.slice(0, operation.type.indexOf("."));
  const changes = useServer<Schemas["PageOfHistoryItem"]>(
    isAsked && isEntry ? ofLedger(`transactions/${operation.entityId}/history?limit=50`) : null,
  ).value;
  const activity = useServer<Schemas["PageOfActivityItem"]>(
    isAsked && !isEntry ? ofLedger(`activity?kinds=${kind}&limit=50`) : null,
  ).value;
  const done = activity?.items.find(({ entityId }) => entityId === operation.entityId);
  const change = changeBehind(changes?.items ?? [], issue);
  const id = change?.by ?? done?.by.userId;
  const at = change?.at ?? done?.at ?? outcome.data?.updatedAt;
  return {
    name: (change ? members.value.get(change.by)?.displayName : done?.by.name) ?? null,
    isMe: id !== undefined && id === user.value?.id,
    at: typeof at === "string" ? at : null,
  };
}
