import type { IssueRow } from "../../replica/index.ts";

/** What helps somebody to find the fault, and says nothing of amounts, payees and people. */
export function reportOf({ operation, outcome, at }: IssueRow): string {
  const { status, deleted, fields, version, problem } = outcome;
  return JSON.stringify(
    {
      app: `web/${__VERSION__}`,
      browser: navigator.userAgent,
      at,
      operation: {
        id: operation.id,
        type: operation.type,
        entityId: operation.entityId,
        baseVersion: operation.baseVersion,
      },
      sent: Object.keys(operation.data ?? {}),
      outcome: { status, deleted, fields, version, code: problem?.code, errors: Object.keys(problem?.errors ?? {}) },
      traceId: problem?.traceId,
    },
    null,
    2,
  );
}
