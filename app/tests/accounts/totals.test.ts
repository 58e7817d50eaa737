import fc from "fast-check";
import { expect, test } from "vitest";
import { ibanOf, ibanShown, isIban } from "../../src/accounts/iban.ts";
import { moved } from "../../src/screens/accounts/order.ts";
import { totalsOf } from "../../src/screens/accounts/totals.ts";

const held = fc.array(
  fc.record({
    currency: fc.constantFrom("EUR", "USD", "JPY"),
    closed: fc.boolean(),
    balance: fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
  }),
);

test("every minor unit is in the total or in one of the sums that are not converted", () => {
  fc.assert(
    fc.property(held, (list) => {
      const accounts = list.map((one, place) => ({ ...one, id: `${place}` }));
      const balances = new Map(accounts.map(({ id, balance }) => [id, { balance }]));
      const { total, unconverted } = totalsOf(accounts, balances, "EUR");
      const of = (currency: string) =>
        list.filter((one) => one.currency === currency).reduce((sum, { balance }) => sum + balance, 0n);
      expect(total).toBe(of("EUR"));
      for (const currency of ["USD", "JPY"]) {
        expect(unconverted.find((one) => one.currency === currency)?.sum ?? 0n).toBe(of(currency));
      }
      expect(unconverted.map(({ currency }) => currency)).not.toContain("EUR");
    }),
  );
});

test("an account that is moved changes places with its neighbour, and nothing else does", () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.nat(20)), { minLength: 1, maxLength: 12 }),
      fc.nat(11),
      fc.constantFrom(-1 as const, 1 as const),
      (positions, at, by) => {
        const shown = positions.map((position, place) => ({ id: `${place}`, position }));
        const from = at % shown.length;
        const commands = moved(shown, `${from}`, by);
        if (from + by < 0 || from + by >= shown.length) {
          expect(commands).toEqual([]);
          return;
        }
        const after = new Map(shown.map(({ id, position }) => [id, position]));
        for (const { entityId, data } of commands) after.set(entityId as string, data?.position as number);
        const order = [...after].sort(([, left], [, right]) => (left ?? 99) - (right ?? 99)).map(([id]) => id);
        const expected = shown.map(({ id }) => id);
        [expected[from], expected[from + by]] = [expected[from + by] as string, expected[from] as string];
        expect(order).toEqual(expected);
      },
    ),
  );
});

test("a bank's number is known by its check digits, however it is typed", () => {
  expect(isIban(ibanOf("de89 3704 0044 0532 0130 00"))).toBe(true);
  expect(isIban(ibanOf("GB29-NWBK-6016-1331-9268-19"))).toBe(true);
  expect(isIban(ibanOf("DE89 3704 0044 0532 0130 01"))).toBe(false);
  expect(isIban(ibanOf("DE98 3704 0044 0532 0130 00"))).toBe(false);
  expect(isIban("")).toBe(false);
  expect(ibanShown("DE89370400440532013000")).toBe("DE89 3704 0044 0532 0130 00");
});
