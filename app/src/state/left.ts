import { askUnsigned } from "./connection.ts";
import { remembered } from "./remembered.ts";

/**
 * Whose sign-in was ended here while the server could not be reached: it does not know, and the browser still has the cookie. Nobody but
 * them has signed in since, because whoever does ends it first: so what the cookie names is theirs.
 */
export const leftOffline = remembered<string | null>("left-offline", null);

const AGAIN_MS = 60_000;

/** Ends at the next contact what could not be ended at once. */
export function startLeft(): void {
  const look = () => {
    if (leftOffline.value !== null && navigator.onLine) void withCookie(endLeft);
  };
  look();
  addEventListener("online", look);
  setInterval(look, AGAIN_MS);
}

/** Signs in; before the cookie becomes somebody else's, the session ends that it is still for. */
export function signIn<T>(begin: () => Promise<T>): Promise<T> {
  return withCookie(async () => {
    await endLeft();
    return begin();
  });
}

async function endLeft(): Promise<void> {
  const id = leftOffline.value;
  if (id === null) return;
  const answer = await askUnsigned({
    method: "POST",
    path: "auth/logout",
    body: {},
    headers: { "X-MyBudget-Session": "cookie" },
    credentials: "same-origin",
  });
  // Refused: it has ended already, or the cookie is gone.
  const hasEnded = answer.ok || (answer.reason === "refused" && answer.problem.status === 401);
  if (hasEnded && leftOffline.value === id) leftOffline.value = null;
}

/** One at a time over all tabs: an answer that takes the cookie away must not come after another tab was given a new one. */
function withCookie<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  return locks ? (locks.request("mybudget.cookie", work) as Promise<T>) : work();
}
