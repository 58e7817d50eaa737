import { isObject, type Json } from "../json.ts";
import { urlOf } from "./http.ts";
import type { Session } from "./session.ts";
import { eventsOf } from "./sse.ts";

/** What the server tells whoever is online. Losing one does no harm: the next, or the next sync, makes up for it. */
export type LiveEvent =
  | { readonly type: "ledger"; readonly ledgerId: string; readonly cursor: string }
  | { readonly type: "ledgers" }
  | { readonly type: "inbox"; readonly unread: number };

/** How one stream ended. */
export type StreamEnd = "closed" | "offline" | "signedOut" | { readonly retryAfterMs: number };

/** The server says something every 15 s, if only a comment; a stream that is silent for longer is dead. */
const SILENCE_MS = 45_000;

/** Listens until the stream ends, or somebody stops it. */
export async function listen(
  session: Session,
  tell: (event: LiveEvent) => void,
  stop: AbortSignal,
): Promise<StreamEnd> {
  const token = await session.ready();
  if (typeof token !== "string") return token.reason === "signedOut" ? "signedOut" : "offline";
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const response = await session.http.fetch(urlOf(session.http.server, "events"), {
      headers: { ...session.http.headers, Accept: "text/event-stream", Authorization: `Bearer ${token}` },
      signal: AbortSignal.any([stop, silence.signal]),
      cache: "no-store",
      credentials: "omit",
    });
    if (response.status === 401) {
      const failure = await session.renew(token);
      return failure?.reason === "signedOut" ? "signedOut" : failure ? "offline" : "closed";
    }
    const isStream = response.headers.get("Content-Type")?.startsWith("text/event-stream") === true;
    if (!response.ok || !response.body || !isStream) {
      await response.body?.cancel();
      const seconds = Number(response.headers.get("Retry-After") ?? "");
      return seconds > 0 ? { retryAfterMs: seconds * 1000 } : "offline";
    }
    for await (const { event, data } of eventsOf(response.body)) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      const known = liveEvent(event, data);
      if (known) tell(known);
    }
    return "closed";
  } catch {
    return "offline";
  } finally {
    clearTimeout(timer);
  }
}

/** Null for what this release does not know. */
function liveEvent(event: string, data: string): LiveEvent | null {
  const value = parsed(data);
  if (event === "ledgers") return { type: "ledgers" };
  if (!isObject(value)) return null;
  const { ledgerId, cursor, unread } = value;
  if (event === "ledger" && typeof ledgerId === "string" && typeof cursor === "string")
    return { type: "ledger", ledgerId, cursor };
  return event === "inbox" && typeof unread === "number" ? { type: "inbox", unread } : null;
}

function parsed(data: string): Json {
  try {
    return JSON.parse(data) as Json;
  } catch {
    return null;
  }
}
