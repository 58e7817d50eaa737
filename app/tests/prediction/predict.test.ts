import { describe, expect, test } from "vitest";
import { asLastTime, type Fact, payeesLike, predicted } from "../../src/prediction/predict.ts";

const names = new Map([
  ["groceries", "Groceries"],
  ["household", "Household"],
  ["rent", "Rent"],
]);

function fact(categoryId: string, payee: string, date: string, amount = -1250): Fact {
  return { categoryId, payee, date, amount, accountId: "card", createdAt: `${date}T10:00:00Z` };
}

function asked(payee: string, amount: number | null = null) {
  return { kind: "expense" as const, payee, amount, now: new Date("2026-11-28T10:00:00Z"), today: "2026-11-28" };
}

describe("categories", () => {
  const facts = [
    fact("household", "Ikea", "2026-11-27"),
    fact("groceries", "Lidl", "2026-11-20"),
    fact("groceries", "Lidl", "2026-11-13"),
    fact("rent", "Landlord", "2026-11-01", -90000),
  ];

  test("of the same payee come first", () => {
    expect(predicted(facts, asked("lidl "), (id) => names.get(id))[0]?.categoryId).toBe("groceries");
  });

  test("of the same amount come before what is only recent", () => {
    expect(predicted(facts, asked("", 90000), (id) => names.get(id)).map(({ categoryId }) => categoryId)).toContain(
      "rent",
    );
  });

  test("that are gone, of another kind or older than 400 days are not offered", () => {
    const others = [
      fact("gone", "Lidl", "2026-11-20"),
      fact("rent", "Lidl", "2025-01-01"),
      { ...fact("household", "Lidl", "2026-11-20"), amount: 500 },
    ];
    expect(predicted(others, asked("Lidl"), (id) => names.get(id))).toEqual([]);
  });

  test("are the same for the same facts, ties by name", () => {
    const tied = [fact("rent", "", "2026-11-20"), fact("groceries", "", "2026-11-20")];
    expect(predicted(tied, asked(""), (id) => names.get(id)).map(({ categoryId }) => categoryId)).toEqual([
      "groceries",
      "rent",
    ]);
  });
});

describe("as last time", () => {
  const lidl = (...ids: string[]) =>
    ids.map((id, place) => fact(id, "Lidl", `2026-11-${String(28 - place).padStart(2, "0")}`));

  test("three of the last five agree", () => {
    expect(asLastTime(lidl("household", "groceries", "groceries", "household", "groceries"), "LIDL")).toEqual({
      categoryId: "groceries",
      times: 3,
      of: 5,
    });
  });

  test("three newer entries with another category change it", () => {
    expect(
      asLastTime(lidl("household", "household", "household", "groceries", "groceries", "groceries"), "Lidl")
        ?.categoryId,
    ).toBe("household");
  });

  test("two are not enough, nor is a payee that was never met", () => {
    expect(asLastTime(lidl("groceries", "groceries"), "Lidl")).toBeNull();
    expect(asLastTime(lidl("groceries", "groceries", "groceries"), "")).toBeNull();
  });
});

test("payees are offered by the beginning of a word, the frequent first", () => {
  const facts = [
    fact("groceries", "Lidl", "2026-11-27"),
    fact("groceries", "Lidl", "2026-11-26"),
    fact("groceries", "City Library", "2026-11-27"),
    fact("groceries", "Alidade", "2026-11-27"),
  ];
  expect(payeesLike(facts, "li", "2026-11-28")).toEqual(["Lidl", "City Library"]);
});
