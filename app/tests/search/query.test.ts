import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Line } from "../../src/replica/index.ts";
import { found, queryOf } from "../../src/search/query.ts";
import { idsLength, tokensOf, withOnly, without, written } from "../../src/search/tokens.ts";

const names = {
  accounts: [
    { id: "a1", name: "Main account" },
    { id: "a2", name: "Cash" },
    { id: "jpy", name: "Yen" },
  ],
  categories: [
    { id: "c1", name: "Groceries" },
    { id: "c2", name: "Café" },
  ],
  members: [{ id: "u1", name: "Anna" }],
};
const decimalsOf = (id: string) => (id === "jpy" ? 0 : 2);

let ids = 0;
function line(part: Partial<Line> = {}): Line {
  return {
    id: `l${++ids}`,
    date: "2026-11-05",
    order: "1",
    accountId: "a1",
    amount: -1250,
    status: "cleared",
    payee: null,
    categoryId: null,
    createdBy: "u1",
    importId: null,
    note: null,
    tags: [],
    splits: [],
    transfer: null,
    ...part,
  };
}

function finds(text: string, one: Partial<Line>): boolean {
  return found([line(one)], queryOf(text, names), decimalsOf).length === 1;
}

describe("the beginning of a search that only chips show", () => {
  it("is ids of imports", () => {
    const one = "import:0198c0de-0000-7000-8000-000000000001";
    expect(idsLength(`${one} lidl`)).toBe(`${one} `.length);
    expect(idsLength(one)).toBe(one.length);
    expect(idsLength(`lidl ${one}`)).toBe(0);
    // Nothing that somebody is typing goes away under their fingers.
    expect(idsLength("import:0198")).toBe(0);
    expect(idsLength("")).toBe(0);
  });
});

describe("what is typed to find entries", () => {
  it("looks for words in the payee, the note and the notes of parts", () => {
    expect(finds("пятерочка", { payee: "Пятёрочка 12" })).toBe(true);
    expect(finds("creme", { note: "Crème" })).toBe(true);
    expect(finds("soap", { splits: [{ amount: -1250, note: "Soap" }] })).toBe(true);
    expect(finds("soap", { payee: "Lidl" })).toBe(false);
    expect(finds("lidl milk", { payee: "Lidl", note: "milk" })).toBe(false);
  });

  it("leaves out what has a word or a condition with a minus", () => {
    expect(finds("-milk", { note: "milk" })).toBe(false);
    expect(finds("-tag:trip", { tags: ["Trip"] })).toBe(false);
    expect(finds("-tag:trip", { tags: ["trips"] })).toBe(true);
  });

  it("reads the scenario's search", () => {
    const text = "groceries amount:>20 after:2026-10-01 -tag:trip";
    const one = { payee: "Groceries Ltd", amount: -2001 };
    expect(finds(text, one)).toBe(true);
    expect(finds(text, { ...one, amount: -2000 })).toBe(false);
    expect(finds(text, { ...one, amount: 2001 })).toBe(true);
    expect(finds(text, { ...one, date: "2026-09-30" })).toBe(false);
    expect(finds(text, { ...one, date: "2026-10-01" })).toBe(true);
    expect(finds(text, { ...one, tags: ["trip"] })).toBe(false);
  });

  it("knows amounts by sign, between bounds, and in currencies with other decimals", () => {
    expect(finds("amount:<-20", { amount: -2001 })).toBe(true);
    expect(finds("amount:<-20", { amount: 2001 })).toBe(false);
    expect(finds("amount:12.50", {})).toBe(true);
    expect(finds("amount:12,5", {})).toBe(true);
    expect(finds("amount:10..13", {})).toBe(true);
    expect(finds("amount:>20", { accountId: "jpy", amount: -21 })).toBe(true);
    expect(finds("amount:>20.5", { accountId: "jpy", amount: -20 })).toBe(false);
    expect(finds("amount:>=20.5", { accountId: "jpy", amount: -21 })).toBe(true);
  });

  it("takes the side in the account that is asked for", () => {
    const transfer = { accountId: "a2", amount: 5000, date: "2026-11-07", status: "pending" as const };
    const one = { amount: -5000, transfer };
    expect(finds("account:cash amount:>+40", one)).toBe(true);
    expect(finds("account:cash on:2026-11-05", one)).toBe(false);
    expect(finds("account:cash status:pending", one)).toBe(true);
    expect(finds("account:main status:pending", one)).toBe(false);
    expect(finds("account:cash", { splits: [{ amount: -1250, transfer }] })).toBe(true);
  });

  it("knows categories of parts, and what has none", () => {
    expect(finds("category:cafe", { splits: [{ amount: -1250, categoryId: "c2" }] })).toBe(true);
    expect(finds("category:none", {})).toBe(true);
    expect(finds("category:none", { categoryId: "c1" })).toBe(false);
    expect(finds("category:none", { transfer: { accountId: "a2", amount: 1250 } })).toBe(false);
    expect(finds("category:none", { splits: [{ amount: -1250 }] })).toBe(true);
    expect(finds("category:none", { splits: [{ amount: -1250, categoryId: "c1" }] })).toBe(false);
    expect(finds("category:groceries category:cafe", { categoryId: "c2" })).toBe(true);
  });

  it("finds what has a receipt", () => {
    expect(finds("has:receipt", { receipts: 2 })).toBe(true);
    expect(finds("тип:чек", { receipts: 1 })).toBe(true);
    expect(finds("type:receipt", {})).toBe(false);
    expect(finds("-has:receipt", { receipts: 2 })).toBe(false);
  });

  it("knows days, months and years", () => {
    expect(finds("on:2026-11", {})).toBe(true);
    expect(finds("before:2026-11-05", {})).toBe(false);
    expect(finds("to:2026-11-05", {})).toBe(true);
    expect(finds("after:2026", {})).toBe(true);
    expect(finds("on:2026-02-30", {})).toBe(false);
  });

  it("says what it does not understand, and finds nothing rather than something else", () => {
    const faults = queryOf("account:nowhere amount:x on:soon status:done tag:", names).parts.map(({ fault }) => fault);
    expect(faults).toEqual(["unknownName", "notAnAmount", "notADate", "unknownValue", "empty"]);
    expect(finds("amount:x", {})).toBe(false);
  });

  const typing = { today: "2026-11-20", separators: { decimal: ",", group: "." } };
  const findsHere = (text: string, one: Partial<Line>) =>
    found([line(one)], queryOf(text, names, typing), decimalsOf).length === 1;

  it("looks for an amount among the words, however the user writes it", () => {
    for (const text of ["15.50", "15,50", "15,5"]) expect(findsHere(text, { amount: -1550 })).toBe(true);
    expect(findsHere("1.234,50", { amount: 123450 })).toBe(true);
    expect(findsHere("1 234,50", { amount: 123450 })).toBe(true);
    expect(findsHere("1550", { accountId: "jpy", amount: -1550 })).toBe(true);
    expect(findsHere("15,50", { amount: -1551 })).toBe(false);
    expect(findsHere("15,50", { note: "15,50 each" })).toBe(true);
    expect(findsHere("15,50 account:cash", { transfer: { accountId: "a2", amount: 1550 }, amount: -1700 })).toBe(true);
    expect(findsHere("15,50 type:income", { amount: -1550 })).toBe(false);
    expect(findsHere("15,505", { amount: -1550 })).toBe(false);
  });

  it("knows what is only planned", () => {
    for (const text of ["status:planned", "статус:запланировано"]) {
      expect(findsHere(text, { date: "2026-11-21" })).toBe(true);
      expect(findsHere(text, { date: "2026-11-20" })).toBe(false);
    }
    expect(findsHere("-status:planned", { date: "2026-11-20" })).toBe(true);
  });

  it("tells of words before a colon that mean nothing, and looks for them as text", () => {
    expect(queryOf("foo:bar http://shop 12:30 category:none", names).unknown).toEqual(["foo"]);
    expect(finds("foo:bar", { note: "a foo:bar" })).toBe(true);
  });

  it("takes other words with a colon as words", () => {
    expect(finds("http://shop", { note: "see http://shop.example" })).toBe(true);
    expect(finds("12:30", { note: "at 12:30" })).toBe(true);
  });

  it("understands Russian conditions and quoted names", () => {
    expect(finds('счет:"main account" тип:расход', {})).toBe(true);
    expect(finds("#дача", { tags: ["Дача"] })).toBe(true);
  });

  it("writes conditions that are read as the same again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (text, isNot) => {
        const value = text.replaceAll('"', "").trim();
        const [token, ...rest] = tokensOf(written("payee", value, isNot));
        expect(rest).toEqual([]);
        expect(token).toMatchObject({ key: "payee", value, isNot });
      }),
    );
  });

  it("takes one piece out and leaves the others", () => {
    const text = 'lidl account:"Main account" -tag:trip';
    const token = tokensOf(text)[1]!;
    expect(without(text, token)).toBe("lidl -tag:trip");
    expect(withOnly(text, "account", ["Cash", "Main account"])).toBe(
      'lidl -tag:trip account:Cash account:"Main account"',
    );
  });

  it("never fails, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        found([line()], queryOf(text, names), decimalsOf);
        for (const { start, end } of tokensOf(text)) expect(end).toBeGreaterThan(start);
      }),
    );
  });
});

describe("the way from a payee to its entries", () => {
  const entriesOf = (name: string, lines: readonly Line[]) =>
    found(lines, queryOf(written("payee", name), names), decimalsOf).map(({ payee }) => payee);

  it("finds a payee whose name has marks in it, and no other", () => {
    const lines = ['Joe "The" Baker', "Joe The Baker", '"Rose"', "12:30", "#1 Burger"].map((payee) => line({ payee }));
    for (const { payee } of lines) expect(entriesOf(payee ?? "", lines)).toEqual([payee]);
  });

  it("finds all that were merged into one name, however it is written", () => {
    const name = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text === text.trim() && text !== "");
    fc.assert(
      fc.property(name, (payee) => {
        // Of other blanks than a blank the grammar makes no difference.
        fc.pre(!/[^\S ]/.test(payee));
        expect(entriesOf(payee, [line({ payee }), line({ payee: `${payee} else` }), line({ payee })])).toEqual([
          payee,
          payee,
        ]);
      }),
    );
  });

  it("reads what it writes", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const [token, ...others] = tokensOf(written("payee", value));
        expect([token?.key, token?.value, others]).toEqual(["payee", value.trim(), []]);
      }),
    );
  });
});
