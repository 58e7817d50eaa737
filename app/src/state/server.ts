import { useEffect, useState } from "preact/hooks";
import type { Answer, components, Failure, JsonObject } from "../replica/index.ts";
import { reach, sessionOf } from "./connection.ts";
import { ledger, NOBODY, user } from "./device.ts";
import { wordsOf } from "./refusals.ts";
import { texts } from "./texts.ts";

export type Schemas = components["schemas"];

export interface Asked {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below /api/v1/. */
  readonly path: string;
  readonly body?: unknown;
  readonly timeoutMs?: number;
}

/** Asks the server as who uses the app. What it answers is taken for what its contract says. */
export async function ask<T>(asked: Asked): Promise<Answer<T>> {
  const known = user.value;
  if (!known || known.id === NOBODY) return { ok: false, reason: "signedOut" };
  const answer = await sessionOf(known.id).request(asked);
  if (answer.ok || answer.reason === "refused") {
    if (reach.value !== "tooOld") reach.value = "reached";
  } else if (answer.reason !== "signedOut") reach.value = answer.reason;
  return answer as Answer<T>;
}

/** A path of the ledger on the screen. */
export function ofLedger(rest: string): string {
  return `ledgers/${ledger.value?.id ?? ""}/${rest}`;
}

/** Why there is no answer, in the user's words. */
export function whyNot(failure: Failure): string {
  const t = texts().server;
  switch (failure.reason) {
    case "offline":
      return t.offline;
    case "unreachable":
      return t.unreachable;
    case "busy":
      return t.busy(Math.max(1, Math.ceil((failure.retryAfterMs ?? 60_000) / 60_000)));
    case "signedOut":
      return user.value?.id === NOBODY ? t.needsAccount : t.signedOut;
    case "refused":
      return wordsOf(failure.problem);
  }
}

/** Members of a problem beside those that all have. */
export function extraOf(failure: Failure): JsonObject {
  return failure.reason === "refused" ? (failure.problem as unknown as JsonObject) : {};
}

/** What kind of refusal it is; null where it is none. */
export function codeOf(failure: Failure | null): string | null {
  return failure?.reason === "refused" ? `${failure.problem.code}` : null;
}

export interface Served<T> {
  /** The newest that came; what is shown stays until the next is there. */
  readonly value: T | undefined;
  readonly failure: Failure | null;
  readonly reload: () => void;
}

/** What a screen shows of the server; asked again once it can be reached after it could not. Null asks nothing. */
export function useServer<T>(path: string | null): Served<T> {
  const [state, setState] = useState<{ path: string; value?: T; failure: Failure | null }>();
  const [round, setRound] = useState(0);
  const isReached = reach.value === "reached";
  const isStale = state?.path !== path;
  useEffect(() => {
    if (path === null) return;
    let isGone = false;
    void ask<T>({ method: "GET", path }).then((answer) => {
      if (isGone) return;
      if (answer.ok) setState({ path, value: answer.value, failure: null });
      else setState((before) => ({ ...(before?.path === path ? before : {}), path, failure: answer }));
    });
    return () => {
      isGone = true;
    };
  }, [path, round, state?.failure && isReached && state.failure.reason !== "refused" ? "again" : ""]);
  return {
    value: isStale ? undefined : state?.value,
    failure: isStale ? null : (state?.failure ?? null),
    reload: () => setRound((before) => before + 1),
  };
}
