import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type HeldAccount, worthOf } from "../../src/screens/charts/worth.ts";

const days = ["2026-01-01", "2026-01-05", "2026-01-09", "2026-01-31", "2026-02-01"];

const account: fc.Arbitrary<HeldAccount> = fc.record({
  openingBalance: fc.integer({ min: -1000, max: 1000 }),
  openedOn: fc.constantFrom(...days),
  movements: fc
    .uniqueArray(fc.constantFrom(...days))
    .chain((on) =>
      fc.tuple(
        ...on
          .sort()
          .map((day) => fc.record({ day: fc.constant(day), moved: fc.bigInt(-500n, 500n), entries: fc.constant(1) })),
      ),
    ),
});

it("ends with what the accounts have together, and begins with what they had", () => {
  fc.assert(
    fc.property(fc.array(account, { minLength: 1, maxLength: 4 }), (accounts) => {
      const at = (end: string) =>
        accounts.reduce((sum, { openingBalance, openedOn, movements }) => {
          const moved = movements.filter(({ day }) => day <= end).reduce((all, one) => all + one.moved, 0n);
          const before = movements.filter(({ day }) => day < openedOn).reduce((all, one) => all + one.moved, 0n);
          return sum + BigInt(openingBalance) + moved - before;
        }, 0n);
      const points = worthOf(accounts, "2026-01-01", "2026-01-31");
      expect(points[0]).toEqual({ day: "2026-01-01", balance: at("2026-01-01") });
      expect(points.at(-1)).toEqual({ day: "2026-01-31", balance: at("2026-01-31") });
    }),
  );
});
