import fc from "fast-check";
import { expect, it } from "vitest";
import { orderOf } from "../../src/replica/sync/rows.ts";

it("instants are in order of text whoever wrote them", () => {
  const ms = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2026-01-02") });
  const byServer = (time: number) =>
    new Date(time).toISOString().replace(/\.?0*Z$/, (end) => (end.startsWith(".") ? "" : end));
  const written = fc.constantFrom(
    (time: number) => new Date(time).toISOString(),
    (time: number) => byServer(time).replace(/Z?$/, "+00:00"),
  );
  fc.assert(
    fc.property(ms, ms, written, written, (left, right, first, second) => {
      const [one, other] = [orderOf(first(left)), orderOf(second(right))];
      expect(one < other ? -1 : Number(one > other)).toBe(Math.sign(left - right));
    }),
  );
});
