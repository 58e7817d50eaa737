import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folded } from "../../src/search/fold.ts";

describe("text as it is searched", () => {
  it.each([
    ["Пятёрочка", "пятерочка"],
    ["CRÈME Brûlée", "creme brulee"],
    ["ΟΔΟΣ ὁδός", "οδοσ οδοσ"],
    ["Straße", "strasse"],
    ["Łódź", "lodz"],
    ["ﬁnance", "finance"],
    ["ＡＢＣ１２", "abc12"],
    ["İstanbul", "istanbul"],
    ["l’été — ‐", "l'ete - -"],
    ["Œuvre, æther", "oeuvre, aether"],
    ["Coop\u00ad\u200b", "coop"],
  ])("of %s is %s", (text, wanted) => {
    expect(folded(text)).toBe(wanted);
  });

  it("keeps letters apart that are made of others", () => {
    expect(folded("が")).not.toContain("か");
  });

  it("does not change what is folded already", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aÀёЁςΣß’æ ﬁЙ1-ł") }), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
    );
  });
});
