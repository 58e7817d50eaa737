import { isObject, type Json } from "../json.ts";
import { type Answer, isProblem } from "./problems.ts";

export type Fetch = typeof fetch;

export interface HttpOptions {
  readonly fetch: Fetch;
  /** Such as https://budget.example; the API is below /api/v1. */
  readonly server: string;
  /** Of each request, until its answer is whole. */
  readonly timeoutMs?: number;
  /** What is said with every request: Accept-Language, X-MyBudget-Client. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below /api/v1/, with its query. */
  readonly path: string;
  /** JSON; a form, and a file with its type, go as they are. */
  readonly body?: unknown;
  /** Where an answer may take longer than others. */
  readonly timeoutMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Cookies go along only where the sign-in is held in one. */
  readonly credentials?: "omit" | "same-origin";
}

const TIMEOUT_MS = 30_000;

export function urlOf(server: string, path: string): string {
  return `${server.replace(/\/+$/, "")}/api/v1/${path}`;
}

/** Sends one request; whatever happens is an answer or a reason why there is none, and never an exception. */
export async function send(options: HttpOptions, request: HttpRequest): Promise<Answer<Json>> {
  try {
    const response = await fetched(options, request);
    return answerOf(response, await response.text());
  } catch {
    return { ok: false, reason: "offline" };
  }
}

/** Throws where nobody answers. */
export function fetched(options: HttpOptions, request: HttpRequest): Promise<Response> {
  const { method, path, body, headers, credentials = "omit" } = request;
  const isAsItIs = body instanceof FormData || body instanceof Blob;
  return options.fetch(urlOf(options.server, path), {
    method,
    headers: {
      Accept: "application/json, application/problem+json",
      ...(body === undefined || isAsItIs ? {} : { "Content-Type": "application/json" }),
      ...options.headers,
      ...headers,
    },
    ...(body === undefined ? {} : { body: isAsItIs ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(request.timeoutMs ?? options.timeoutMs ?? TIMEOUT_MS),
    cache: "no-store",
    credentials,
  });
}

export function answerOf(response: Response, text: string): Answer<Json> {
  const { status } = response;
  const etag = response.headers.get("ETag");
  // Accepted, with nothing to say.
  const isSilent = status === 202 && text === "";
  if (status === 304 || status === 204 || isSilent) return { ok: true, status, value: null, etag };
  const value = jsonOf(response.headers.get("Content-Type"), text);
  if (status === 429 || status === 503) return { ok: false, reason: "busy", retryAfterMs: retryAfterOf(response) };
  // A portal answers with its page, whatever was asked.
  if (value === undefined || status >= 500) return { ok: false, reason: "unreachable", status };
  if (response.ok) return { ok: true, status, value, etag };
  return isProblem(value)
    ? { ok: false, reason: "refused", problem: value }
    : { ok: false, reason: "unreachable", status };
}

function jsonOf(type: string | null, text: string): Json | undefined {
  if (!/^application\/(problem\+|merge-patch\+)?json\b/i.test(type ?? "")) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) || Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

/** In seconds, or as a date by the server's own clock. */
function retryAfterOf({ headers }: Response): number | null {
  const said = headers.get("Retry-After") ?? "";
  if (/^\d+$/.test(said)) return Number(said) * 1000;
  const [at, now] = [Date.parse(said), Date.parse(headers.get("Date") ?? "")];
  return Number.isNaN(at) || Number.isNaN(now) ? null : Math.max(0, at - now);
}
