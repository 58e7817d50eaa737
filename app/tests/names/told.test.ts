import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOf, listed, type NAME_ORDERS, renamed, type Telling, toldBy } from "../../src/names/told.ts";

const entry = (id: string, part: object): Telling => ({ id, date: "2026-03-01", status: "cleared", tags: [], ...part });

const entries = [
  entry("1", { date: "2026-03-03", payee: "LIDL", tags: ["trip", "Food"] }),
  entry("2", { date: "2026-03-01", payee: "Lidl ", tags: ["food"] }),
  entry("3", { date: "2026-03-02", payee: "Baker", status: "reconciled" }),
  entry("4", { date: "2026-03-05", payee: null }),
];

describe("what entries tell of names", () => {
  it("is how often and when last, whatever the case and accents", () => {
    const told = listed(toldBy("payee", entries), "", "most", "en");
    expect(told).toEqual([
      { key: "lidl", name: "LIDL", otherSpellings: ["Lidl"], count: 2, lastUsed: "2026-03-03" },
      { key: "baker", name: "Baker", otherSpellings: [], count: 1, lastUsed: "2026-03-02" },
    ]);
    const cafes = [entry("1", { payee: "Cafe" }), entry("2", { payee: "Café" }), entry("3", { payee: "Café" })];
    expect(toldBy("payee", cafes)).toMatchObject([{ name: "Café", otherSpellings: ["Cafe"], count: 3 }]);
  });

  it("is listed in the order that is asked for, and found by a part of it", () => {
    const told = toldBy("payee", [...entries, entry("5", { date: "2026-04-01", payee: "Zoo" })]);
    const names = (order: (typeof NAME_ORDERS)[number], typed = "") =>
      listed(told, typed, order, "en").map(({ name }) => name);
    expect(names("most")).toEqual(["LIDL", "Zoo", "Baker"]);
    expect(names("last")).toEqual(["Zoo", "LIDL", "Baker"]);
    expect(names("name")).toEqual(["Baker", "LIDL", "Zoo"]);
    expect(names("name", " Bák")).toEqual(["Baker"]);
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

  it("is written in one way where it is given a name that some entries have", () => {
    expect(renamed("payee", "lidl", "LIDL", entries).commands.map(({ entityId }) => entityId)).toEqual(["2"]);
  });

  it("has no tag twice where two become one, and loses one that is given no name", () => {
    expect(renamed("tag", "trip", "Food", entries).commands[0]?.data).toEqual({ tags: ["Food"] });
    expect(renamed("tag", "food", null, entries).commands.map(({ data }) => data)).toEqual([
      { tags: ["trip"] },
      { tags: [] },
    ]);
  });

  it("after a renaming of what is free has one name less, or one of another key", () => {
    const tag = fc.constantFrom("trip", "Trip", "food", "Möbel", "mobel", "2026");
    const told = fc.array(fc.array(tag, { maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(told, tag, tag, (all, from, to) => {
        const before = all.map((tags, place) => entry(`${place}`, { tags }));
        const changes = new Map(
          renamed("tag", keyOf(from), to, before).commands.map(({ entityId, data }) => [entityId, data]),
        );
        const after = before.map((one) => ({ ...one, ...changes.get(one.id) }) as Telling);
        for (const [place, { tags }] of after.entries()) {
          const was = before[place]!.tags.map(keyOf);
          const expected = was.map((key) => (key === keyOf(from) ? keyOf(to) : key));
          expect(new Set(tags.map(keyOf))).toEqual(new Set(expected));
        }
        const spellings = after.flatMap(({ tags }) => tags).filter((one) => keyOf(one) === keyOf(from));
        if (keyOf(from) !== keyOf(to)) expect(spellings).toEqual([]);
        else expect(new Set(spellings).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
