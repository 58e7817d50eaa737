import { describe, expect, it } from "vitest";
import { changeBehind } from "../../src/screens/sync/behind.ts";

const entry = (amount: number, note: string | null = null) => ({ amount, note });
const change = (version: number, by: string, was: object, now: object | null) => ({
  version,
  by,
  was,
  now,
});
const issue = (baseVersion: number, outcome: { fields?: string[]; deleted?: boolean }) =>
  ({
    operation: { id: "o", type: "transaction.revise", entityId: "e", baseVersion },
    outcome: { id: "o", entityId: "e", status: "conflict", ...outcome },
  }) as const;

describe("who is at the other side of a conflict", () => {
  const history = [
    change(4, "carl", entry(-1300), entry(-1300, "a note")),
    change(3, "anna", entry(-700), entry(-1300)),
    change(2, "dora", entry(-500), entry(-700)),
  ];

  it("is who changed the field that both did, and not who came last", () => {
    expect(changeBehind(history, issue(2, { fields: ["amount"] }))?.by).toBe("anna");
  });

  it("is nobody of before the version that was edited", () => {
    expect(changeBehind(history, issue(4, { fields: ["amount"] }))).toBeNull();
  });

  it("is who deleted it", () => {
    const deleted = [change(5, "bob", entry(-1300), null), ...history];
    expect(changeBehind(deleted, issue(2, { deleted: true }))?.by).toBe("bob");
  });

  it("is the last who did anything, where the history does not tell the field", () => {
    expect(changeBehind(history, issue(3, { fields: ["splits"] }))?.by).toBe("carl");
  });
});
