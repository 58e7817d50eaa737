import { signatureHeaders } from "./signature.js";

/** What the API is told. */
export interface UserDeleted {
  projectId: string;
  uid: string;
  /** RFC 3339, UTC. */
  deletedAt: string;
}

/** How the API answered: it is done with the event, or will never accept it. */
export type Answer = { accepted: true } | { accepted: false; status: number; problem: string };

const path = "api/v1/internal/firebase/user-deleted";
const timeoutMilliseconds = 20_000;
const longestProblem = 1_000;

/**
 * Throws when the event has to be delivered again: the API is out of reach, overloaded, broken or not set up for it.
 * A redirect counts as such too, since the signature is for one address only.
 */
export async function tellApi(baseUrl: string, secret: string, event: UserDeleted): Promise<Answer> {
  const body = JSON.stringify(event);
  const response = await fetch(new URL(path, baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`), {
    method: "POST",
    headers: { "Content-Type": "application/json", ...signatureHeaders(secret, body, new Date()) },
    body,
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
  const problem = (await response.text()).slice(0, longestProblem);
  if (response.ok) return { accepted: true };
  if (isFinal(response.status)) return { accepted: false, status: response.status, problem };
  throw new Error(`The API answered ${response.status.toString()}.`);
}

/**
 * Faults that are said to be the sender's and yet pass: by themselves (408, 429), or once somebody has made the secrets
 * equal or the address right (401, 403, 404). A deletion must not get lost over those.
 */
const passing = [401, 403, 404, 408, 429];

function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && !passing.includes(status);
}
