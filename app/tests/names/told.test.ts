import { describe, expect, it } from "vitest";
import { renamed, toldBy } from "../../src/names/told.ts";
import type { Entities } from "../../src/replica/index.ts";

const entry = (id: string, part: object) =>
  ({ id, status: "cleared", tags: [], ...part }) as unknown as Entities["transaction"];

const entries = [
  entry("1", { date: "2026-03-03", payee: "LIDL", tags: ["trip", "Food"] }),
  entry("2", { date: "2026-03-01", payee: "Lidl ", tags: ["food"] }),
  entry("3", { date: "2026-03-02", payee: "Baker", status: "reconciled" }),
  entry("4", { date: "2026-03-05", payee: null }),
];

describe("what entries tell of names", () => {
  it("is how often and when last, whatever the case", () => {
    expect(toldBy("payee", entries)).toEqual([
      { key: "lidl", name: "LIDL", count: 2, lastUsed: "2026-03-03" },
      { key: "baker", name: "Baker", count: 1, lastUsed: "2026-03-02" },
    ]);
    expect(toldBy("tag", entries).map(({ name, count }) => [name, count])).toEqual([
      ["Food", 2],
      ["trip", 1],
    ]);
  });

  it("changes with a new name, but for what is reconciled", () => {
    expect(renamed("payee", "lidl", "Market", entries)).toEqual({
      commands: [
        { type: "transaction.revise", entityId: "1", data: { payee: "Market" } },
        { type: "transaction.revise", entityId: "2", data: { payee: "Market" } },
      ],
      skipped: 0,
    });
    expect(renamed("payee", "baker", "Bakery", entries)).toEqual({ commands: [], skipped: 1 });
  });

  it("has no tag twice where two become one", () => {
    expect(renamed("tag", "trip", "Food", entries).commands[0]?.data).toEqual({ tags: ["Food"] });
  });
});
