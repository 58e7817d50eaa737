import { isObject, type JsonObject } from "../json.ts";

/** A problem document (RFC 9457) of the server: why it refused. */
export interface Problem {
  readonly status: number;
  /** Stable, such as `accounts.name-taken`. */
  readonly code: string;
  readonly title: string;
  readonly detail?: string | null;
  readonly errors?: Readonly<Record<string, readonly { readonly code: string; readonly message: string }[]>> | null;
  readonly traceId?: string;
}

export function isProblem(value: unknown): value is Problem & JsonObject {
  return isObject(value) && typeof value.code === "string" && typeof value.status === "number";
}

/**
 * Why no answer came that the caller can use. None of these is a fault of the program:
 * offline: nothing was reached; unreachable: something answered that is not the server, such as a portal's page, or it is broken;
 * busy: asked to come again later; signedOut: the sign-in has ended, and the outbox waits for the next; refused: a problem document.
 */
export type Failure =
  | { readonly ok: false; readonly reason: "offline" }
  | { readonly ok: false; readonly reason: "unreachable"; readonly status: number }
  | { readonly ok: false; readonly reason: "busy"; readonly retryAfterMs: number | null }
  | { readonly ok: false; readonly reason: "signedOut" }
  | { readonly ok: false; readonly reason: "refused"; readonly problem: Problem };

export interface Success<T> {
  readonly ok: true;
  readonly status: number;
  readonly value: T;
  readonly etag: string | null;
}

export type Answer<T> = Success<T> | Failure;
