import { signal } from "@preact/signals";
import { type HttpRequest, send } from "../replica/api/http.ts";
import {
  type Answer,
  type Json,
  LedgerApi,
  Live,
  Replica,
  realSurroundings,
  Session,
  type Store,
  type Tokens,
} from "../replica/index.ts";
import { changeUser, NOBODY, userId, users } from "./device.ts";
import { language } from "./settings.ts";

/** How the server was met last: nothing was asked yet, it answers, it cannot be reached, something else answers, it asks for patience. */
export type Reach = "unknown" | "reached" | "offline" | "unreachable" | "busy" | "tooOld";

export const reach = signal<Reach>("unknown");

/** Access tokens are in memory alone, and for each user their own; the refresh token is in a cookie that scripts cannot read. */
const accessTokens = new Map<string, string>();

const sessions = new Map<string, Session>();

const http = {
  fetch: fetch.bind(globalThis),
  server: location.origin,
  get headers() {
    return { "Accept-Language": language.value, "X-MyBudget-Client": `web/${__VERSION__}` };
  },
};

/** A session of nobody in particular, to sign in with. */
export function newSession(): { session: Session; tokens: () => Tokens | null } {
  let kept: Tokens | null = null;
  const keeper = {
    load: async () => kept,
    save: async (tokens: Tokens | null) => {
      kept = tokens;
    },
  };
  return { session: new Session(http, keeper, { cookie: true }), tokens: () => kept };
}

/** What is asked before anybody is signed in. */
export function askUnsigned(request: HttpRequest): Promise<Answer<Json>> {
  return send(http, request);
}

export function adopt(id: string, { accessToken }: Tokens): void {
  accessTokens.set(id, accessToken);
}

/** The session of the user of this device who is asked for. */
export function sessionOf(id: string): Session {
  let session = sessions.get(id);
  if (!session) {
    const keeper = {
      load: async () => {
        const known = users.value.find((user) => user.id === id);
        if (!known || known.isSignedOut || id === NOBODY || userId.value !== id) return null;
        return { accessToken: accessTokens.get(id) ?? "", refreshToken: "" };
      },
      save: async (tokens: Tokens | null) => {
        if (tokens) accessTokens.set(id, tokens.accessToken);
        else {
          accessTokens.delete(id);
          changeUser(id, { isSignedOut: true, hasEnded: true });
        }
      },
    };
    session = new Session(http, keeper, { cookie: true, userId: id });
    sessions.set(id, session);
  }
  return session;
}

export function replicaOf(session: Session, ledgerId: string, store: Store): Replica {
  return new Replica({ store, api: new LedgerApi(session, ledgerId), surroundings: realSurroundings });
}

export { Live };
