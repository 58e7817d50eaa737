import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf } from "../../src/replica/money/dates.ts";
import { running } from "../../src/screens/account/running.ts";
import { beginning, seriesOf, thinned } from "../../src/screens/account/series.ts";

const day = fc.integer({ min: 20_000, max: 20_400 }).map(dayOf);
const movements = fc
  .uniqueArray(fc.record({ day, moved: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }) }), {
    selector: ({ day }) => day,
  })
  .map((list) => list.map((one) => ({ ...one, entries: 1 })).sort((left, right) => (left.day < right.day ? -1 : 1)));

test("each point is the opening balance with what moved since, or before it", () => {
  fc.assert(
    fc.property(movements, day, fc.integer(), day, day, (list, openedOn, openingBalance, one, other) => {
      const [from, to] = [one, other].sort() as [string, string];
      const points = seriesOf(list, { openingBalance, openedOn }, from, to);
      const sum = (keep: (day: string) => boolean) =>
        list.filter((movement) => keep(movement.day)).reduce((total, { moved }) => total + moved, 0n);
      for (const point of points) {
        const expected = BigInt(openingBalance) + sum((on) => on <= point.day) - sum((on) => on < openedOn);
        expect(point.balance).toBe(expected);
      }
      expect(points[0]?.day).toBe(from);
      expect(points.at(-1)?.day).toBe(to);
      expect(points.map((point) => point.day)).toEqual([...new Set(points.map((point) => point.day))].sort());
    }),
  );
});

test("all of an account begins with the first day that is known of it", () => {
  const list = [{ day: "2026-01-05", moved: 1n, entries: 1 }];
  const anchor = { openingBalance: 0, openedOn: "2026-02-01" };
  expect(beginning("all", list, anchor, "2026-11-29")).toBe("2026-01-05");
  expect(beginning("all", [], anchor, "2026-11-29")).toBe("2026-02-01");
  expect(beginning("month", list, anchor, "2026-11-29")).toBe("2026-10-30");
});

test("a table that is cut short keeps both ends", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 40 }), (count, most) => {
      const points = Array.from({ length: count }, (_, at) => ({ day: dayOf(20_000 + at), balance: BigInt(at) }));
      const few = thinned(points, most);
      expect(few.length).toBe(Math.min(count, most));
      expect(few[0]).toEqual(points[0]);
      expect(few.at(-1)).toEqual(points.at(-1));
    }),
  );
});

test("balances after each entry go from what is there back to what was there", () => {
  const entry = (id: string, amount: number, transfer?: object) =>
    ({ id, accountId: "a", date: "2026-11-01", amount, status: "cleared", splits: [], tags: [], transfer }) as never;
  const incoming = {
    id: "3",
    accountId: "b",
    date: "2026-11-01",
    amount: -700,
    status: "cleared",
    splits: [],
    tags: [],
    transfer: { accountId: "a", amount: 700, date: "2026-11-03" },
  } as never;
  const listed = running([incoming, entry("2", -500), entry("1", 2000)], "a", 2200n);
  expect(listed.map(({ moved, balance, day }) => [moved, balance, day])).toEqual([
    [700n, 2200n, "2026-11-03"],
    [-500n, 1500n, "2026-11-01"],
    [2000n, 2000n, "2026-11-01"],
  ]);
});
