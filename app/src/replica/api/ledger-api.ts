import type { Json } from "../json.ts";
import type { Answer } from "./problems.ts";
import type { components } from "./schema.js";
import type { Session } from "./session.ts";
import {
  type ChangesPage,
  type Digest,
  isChangesPage,
  isDigest,
  isSyncReply,
  type SyncReply,
  type SyncRequest,
} from "./wire.ts";

export interface ChangesQuery {
  readonly since?: string | undefined;
  readonly limit?: number;
  readonly kinds?: readonly string[];
}

export type LedgerView = components["schemas"]["LedgerView"];

/** The four routes of synchronisation, of one ledger. */
export class LedgerApi {
  constructor(
    private readonly session: Session,
    readonly ledgerId: string,
  ) {}

  /** Null where nothing changed since the cursor. */
  async changes({ since, limit, kinds }: ChangesQuery): Promise<Answer<ChangesPage | null>> {
    const query = new URLSearchParams();
    if (since !== undefined) query.set("since", since);
    if (limit !== undefined) query.set("limit", String(limit));
    if (kinds) query.set("kinds", kinds.join(","));
    const answer = await this.session.request({
      method: "GET",
      path: this.path(`changes?${query}`),
      ...(since === undefined || kinds ? {} : { headers: { "If-None-Match": `"${since}"` } }),
    });
    return answer.ok && answer.status === 304 ? { ...answer, value: null } : shaped(answer, isChangesPage);
  }

  async sync(body: SyncRequest): Promise<Answer<SyncReply>> {
    return shaped(await this.session.request({ method: "POST", path: this.path("sync"), body }), isSyncReply);
  }

  async digest(): Promise<Answer<Digest>> {
    return shaped(await this.session.request({ method: "GET", path: this.path("digest") }), isDigest);
  }

  private path(rest: string): string {
    return `ledgers/${encodeURIComponent(this.ledgerId)}/${rest}`;
  }
}

/** All ledgers of the user. */
export async function ledgersOf(session: Session): Promise<Answer<readonly LedgerView[]>> {
  const answer = await session.request({ method: "GET", path: "ledgers" });
  const hasItems = (value: Json): value is { items: Json[] } =>
    value !== null && typeof value === "object" && !Array.isArray(value) && Array.isArray(value.items);
  const page = shaped(answer, hasItems);
  return page.ok ? { ...page, value: page.value.items as unknown as LedgerView[] } : page;
}

/** JSON that is not what was asked for is not from the server. */
function shaped<T>(answer: Answer<Json>, is: (value: Json) => value is T & Json): Answer<T> {
  if (!answer.ok) return answer;
  return is(answer.value)
    ? { ...answer, value: answer.value }
    : { ok: false, reason: "unreachable", status: answer.status };
}
