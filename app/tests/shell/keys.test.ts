import fc from "fast-check";
import { expect, test } from "vitest";
import { isFound, match } from "../../src/shell/key-match.ts";
import { faultKind } from "../../src/state/faults.ts";

const KEYS = ["n", "t", "/", "?", "u", "g h", "g e", "g b", "g a"];

test("one key, or one after the other", () => {
  expect(match(KEYS, [], "n")).toEqual({ is: "complete", keys: "n", typed: [] });
  expect(match(KEYS, [], "g")).toEqual({ is: "begun", typed: ["g"] });
  expect(match(KEYS, ["g"], "h")).toEqual({ is: "complete", keys: "g h", typed: [] });
  expect(match(KEYS, [], "h")).toEqual({ is: "nothing", typed: [] });
});

test("a sequence that leads nowhere begins anew with its last key", () => {
  expect(match(KEYS, ["g"], "n")).toEqual({ is: "complete", keys: "n", typed: [] });
  expect(match(KEYS, ["g"], "g")).toEqual({ is: "begun", typed: ["g"] });
  expect(match(KEYS, ["g"], "z")).toEqual({ is: "nothing", typed: [] });
});

test("whatever was typed before, the keys of an action do it", () => {
  const key = fc.constantFrom(..."ntughebaz/?".split(""));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 12 }), fc.constantFrom("g h", "g a", "g b"), (noise, wanted) => {
      let typed: readonly string[] = [];
      for (const one of noise) typed = match(KEYS, typed, one).typed;
      let last = match(KEYS, typed, "g");
      last = match(KEYS, last.typed, wanted.slice(2));
      expect(last).toEqual({ is: "complete", keys: wanted, typed: [] });
    }),
  );
});

test("words are found in any order, whatever their case", () => {
  expect(isFound("Hide amounts", "AM hi")).toBe(true);
  expect(isFound("Hide amounts", "hide x")).toBe(false);
  expect(isFound("Новая запись", "зап")).toBe(true);
  expect(isFound("Anything", "")).toBe(true);
});

test("what a store answers is told apart by its cause", () => {
  expect(faultKind(new DOMException("no room", "QuotaExceededError"))).toBe("full");
  expect(faultKind(new DOMException("The quota has been exceeded.", "AbortError"))).toBe("full");
  expect(faultKind(new DOMException("", "AbortError"))).toBeNull();
  expect(faultKind(new DOMException("", "UnknownError"))).toBe("cannotOpen");
  expect(faultKind(new RangeError("not a number"), "corrupt")).toBe("corrupt");
  expect(faultKind(new TypeError("undefined"))).toBe("other");
});
