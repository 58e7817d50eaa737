import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joiningOf } from "../../src/bulk/joining.ts";
import type { Line } from "../../src/replica/index.ts";

const accounts = new Map([
  ["cash", { currency: "EUR", closed: false }],
  ["card", { currency: "EUR", closed: false }],
  ["dollars", { currency: "USD", closed: false }],
  ["old", { currency: "EUR", closed: true }],
]);
const facts = { accounts, unsent: new Set<string>() };
const line = (id: string, data: Partial<Line> = {}): Line => ({
  id,
  date: "2026-01-05",
  order: id,
  accountId: "cash",
  amount: -700,
  status: "cleared",
  payee: null,
  categoryId: null,
  createdBy: null,
  importId: null,
  note: null,
  tags: [],
  splits: [],
  transfer: null,
  ...data,
});
const keepersOf = (first: Line, second: Line) => {
  const joining = joiningOf(first, second, facts);
  return typeof joining === "string" ? joining : [joining.as, ...joining.keepers.map(({ id }) => id)];
};

describe("two entries that are to become one", () => {
  it("are the same thing twice in one account with one amount; what says more stays, else the first", () => {
    expect(keepersOf(line("b"), line("a"))).toEqual(["entry", "a", "b"]);
    expect(keepersOf(line("b", { categoryId: "food" }), line("a"))).toEqual(["entry", "b", "a"]);
    expect(keepersOf(line("b", { status: "reconciled" }), line("a", { categoryId: "food" }))[1]).toBe("b");
    expect(keepersOf(line("a"), line("b", { amount: -701 }))).toBe("amounts");
  });

  it("are the sides of a transfer in two accounts, with what leaves first", () => {
    const came = line("a", { accountId: "card", amount: 700 });
    expect(keepersOf(came, line("b"))).toEqual(["transfer", "b", "a"]);
    expect(keepersOf(line("a", { accountId: "dollars", amount: 810 }), line("b"))).toEqual(["transfer", "b", "a"]);
    expect(keepersOf(line("a", { accountId: "card", amount: 701 }), line("b"))).toBe("amounts");
    expect(keepersOf(line("a", { accountId: "card" }), line("b"))).toBe("signs");
  });

  it("may be a transfer and one of its sides, of which only the transfer can stay", () => {
    const transfer = line("a", { transfer: { accountId: "card", amount: 700 } });
    expect(keepersOf(line("b", { accountId: "card", amount: 700 }), transfer)).toEqual(["entry", "a"]);
    expect(keepersOf(line("b"), transfer)).toEqual(["entry", "a"]);
  });

  it("are left alone where an account is closed, or something of them waits to be sent", () => {
    expect(keepersOf(line("a", { accountId: "old" }), line("b", { accountId: "old" }))).toBe("closed");
    expect(joiningOf(line("a"), line("b"), { ...facts, unsent: new Set(["b"]) })).toBe("sent");
  });

  it("are told the same whichever was chosen first", () => {
    const any = fc.record({
      accountId: fc.constantFrom("cash", "card", "dollars"),
      amount: fc.constantFrom(-700, 700, 810),
      categoryId: fc.constantFrom(null, "food"),
      status: fc.constantFrom("cleared" as const, "pending" as const, "reconciled" as const),
    });
    fc.assert(
      fc.property(any, any, (left, right) => {
        const [a, b] = [line("a", left), line("b", right)];
        expect(keepersOf(a, b)).toEqual(keepersOf(b, a));
      }),
    );
  });
});
