import fc from "fast-check";
import { expect, it } from "vitest";
import {
  answerFor,
  decisionOn,
  differing,
  entriesOf,
  isAnswered,
  type ReportRow,
  rowsByTab,
  tabOf,
  willImport,
  withAnswer,
} from "../../src/imports/review.ts";

const row = (over: Partial<ReportRow>): ReportRow => ({ row: 1, line: 2, status: "imported", ...over });
const content = { by: "content", daysApart: 1, payee: "similar", deleted: false } as const;

const rows = fc.array(
  fc.oneof(
    fc.constant(row({})),
    fc.constant(row({ possibleDuplicateOf: "e" })),
    fc.constant(row({ status: "duplicate", duplicateOf: "e", match: { ...content } })),
    fc.constant(row({ status: "duplicate", duplicateOf: "e", match: { ...content, by: "bankId" } })),
    fc.constant(row({ status: "rejected" })),
    fc.constant(row({ status: "corrected", correction: { transactionId: "e", deletes: false } })),
  ),
);

it("shows each row under exactly one heading", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const shown = Object.values(rowsByTab(all));
      expect(shown.reduce((sum, one) => sum + one.length, 0)).toBe(all.length);
    }),
  );
});

it("tells what a bank has told of before from what was typed", () => {
  const met = row({ status: "duplicate", duplicateOf: "e", match: { ...content } });
  expect(tabOf(met)).toBe("matches");
  expect(tabOf(met, (id) => id === "e")).toBe("duplicates");
});

it("keeps what was decided, and says nothing where the preview proposes it", () => {
  fc.assert(
    fc.property(rows, fc.constantFrom("same", "different", "skip"), (all, decision) => {
      for (const one of all.filter((some) => tabOf(some) === "matches" && some.status !== "corrected")) {
        const answers = withAnswer({}, one.row, answerFor(one, decision));
        // What is there already is left out by being the same.
        expect(decisionOn(one, answers)).toBe(decision);
      }
    }),
  );
});

it("counts what becomes an entry", () => {
  const met = row({ row: 2, status: "duplicate", duplicateOf: "e", match: { ...content } });
  const all = [row({}), met, row({ row: 3, possibleDuplicateOf: "f" })];
  expect(willImport(all, {})).toBe(2);
  expect(willImport(all, withAnswer({}, 2, answerFor(met, "different")))).toBe(3);
  expect(willImport(all, { rows: { 1: "skip", 3: "match" } })).toBe(0);
});

it("marks the fields that differ", () => {
  expect(
    differing({ date: "2026-07-03", amount: -5, payee: "Lidl" }, { date: "2026-07-04", amount: -5, payee: "Lidl" }),
  ).toEqual(["date"]);
  expect(differing({ date: "2026-07-03", amount: -5 }, { date: "2026-07-03", amount: -5, payee: null })).toEqual([]);
});

it("leads to the entries of an import, or to those of its days where it brought none", () => {
  const told = [
    row({ date: "2026-11-29", accountId: "a" }),
    row({ date: "2026-11-02", accountId: "a" }),
    row({ status: "rejected" }),
  ];
  expect(String(entriesOf("i", { imported: 3 }, told))).toBe("importId=i");
  expect(Object.fromEntries(entriesOf("i", { imported: 0 }, told))).toEqual({
    accountId: "a",
    from: "2026-11-02",
    to: "2026-11-29",
  });
  expect(String(entriesOf("i", undefined))).toBe("importId=i");
});

it("offers to answer again only what was answered", () => {
  expect(isAnswered({}, true)).toBe(false);
  expect(isAnswered({ rows: {}, mapping: {}, accounts: [] }, true)).toBe(false);
  expect(isAnswered({ accountId: "a" }, false)).toBe(false);
  expect(isAnswered({ accountId: "a" }, true)).toBe(true);
  expect(isAnswered({ mapping: { negate: true } }, false)).toBe(true);
});
