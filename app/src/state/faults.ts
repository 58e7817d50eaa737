import { signal } from "@preact/signals";

/**
 * What went wrong with the device's own storage, or in the program. full: nothing more can be stored; cannotOpen: the browser does not
 * give the store; corrupt: something in it cannot be read; other: a fault of the program.
 */
export type FaultKind = "full" | "cannotOpen" | "corrupt" | "other";

export const fault = signal<{ readonly kind: FaultKind; readonly detail: string } | null>(null);

export function faultKind(error: unknown, otherwise: FaultKind = "other"): FaultKind | null {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "AbortError") return isFull(error) ? "full" : null;
  if (name === "QuotaExceededError" || isFull(error)) return "full";
  if (/^(VersionError|InvalidStateError|UnknownError|NotFoundError|SecurityError|TransactionInactiveError)$/.test(name))
    return "cannotOpen";
  return otherwise;
}

export function report(error: unknown, otherwise: FaultKind = "other"): void {
  const kind = faultKind(error, otherwise);
  if (kind) fault.value = { kind, detail: String((error as Error | null)?.message ?? error).slice(0, 300) };
}

/** Whatever nobody took care of is said, and never only logged. */
export function startFaults(): void {
  addEventListener("unhandledrejection", ({ reason }) => report(reason));
  addEventListener("error", ({ error }) => {
    if (error) report(error);
  });
}

/** A write that is ended for want of room fails as a whole, with the reason inside. */
function isFull(error: unknown): boolean {
  return /quota/i.test(String((error as Error | null)?.message ?? ""));
}
