import fc from "fast-check";
import { expect, test } from "vitest";
import { afterWrong, isPin, keptPin, NO_TRIES, waitLeft } from "../../src/state/pin.ts";

test("only the PIN that was set opens, and what is kept does not have it", async () => {
  const kept = await keptPin("2580", 1000);
  expect(await isPin("2580", kept)).toBe(true);
  expect(await isPin("2581", kept)).toBe(false);
  expect(await isPin("", kept)).toBe(false);
  expect(JSON.stringify(kept)).not.toContain("2580");
  expect((await keptPin("2580", 1000)).hash).not.toBe(kept.hash);
});

test("the third wrong try has to wait, and each later one twice as long, up to an hour", () => {
  const waits: number[] = [];
  let tries = NO_TRIES;
  for (let at = 0; at < 12; at++) {
    tries = afterWrong(tries, 1_000_000);
    waits.push(waitLeft(tries, 1_000_000) / 1000);
  }
  expect(waits).toEqual([0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
});

test("a wait ends by itself, and no clock makes it longer than an hour", () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(10 ** 13), fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (wrong, at, shift) => {
      const tries = afterWrong({ wrong, until: 0 }, at);
      const left = waitLeft(tries, at + shift);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(3_600_000);
      expect(waitLeft(tries, tries.until)).toBe(0);
    }),
  );
});
