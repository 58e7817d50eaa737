import type { Given } from "../../src/state/unsent-file.ts";

export const id = (digit: number | string) => `${digit}0000000-0000-4000-8000-000000000000`;

/** An entry as it waits to be sent. */
export const sound = {
  operation: {
    id: id(1),
    type: "transaction.record",
    entityId: id(2),
    data: { accountId: id(3), date: "2026-06-15", amount: -150 },
  },
  at: "2026-06-15T10:00:00.000Z",
  on: "2026-06-15",
} as const satisfies Given;
