import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differing } from "../../src/state/typed.ts";

describe("what was typed into a form", () => {
  const initial = { note: "", amount: 700, parts: [{ amount: 700 }] };

  it("is what differs now, whatever it was typed over", () => {
    expect(differing({ note: "for two", amount: 700 }, initial)).toEqual({ note: "for two" });
    // Somebody else has changed it to the same meanwhile.
    expect(differing({ note: "for two" }, { ...initial, note: "for two" })).toEqual({});
  });

  it("has no lists that only look new, and no fields that there are no more", () => {
    expect(differing({ parts: [{ amount: 700 }] }, initial)).toEqual({});
    expect(differing({ mood: "good" } as never, initial)).toEqual({});
  });

  it("changes nothing more once it is laid over the form", () => {
    const form = fc.record({ note: fc.string(), amount: fc.option(fc.integer()), tags: fc.array(fc.string()) });
    fc.assert(
      fc.property(form, form, (typed, before) => {
        const laid = { ...before, ...differing(typed, before) };
        expect(laid).toEqual(typed);
        expect(differing(laid, typed)).toEqual({});
      }),
    );
  });
});
