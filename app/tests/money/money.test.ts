import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format, isMinor, MAX_MINOR, pack, parse, saturated, unpack } from "../../src/replica/money/money.ts";

const minor = fc.integer({ min: -MAX_MINOR, max: MAX_MINOR });

describe("money", () => {
  it.each([
    [1250, 2, "12.50"],
    [-5, 2, "-0.05"],
    [12, 0, "12"],
    [1234, 3, "1.234"],
  ])("is written with the decimals of its currency", (amount, decimals, text) =>
    expect(format(amount, decimals)).toBe(text),
  );

  it("is read as it was written", () => {
    fc.assert(
      fc.property(
        minor,
        fc.integer({ min: 0, max: 4 }),
        (amount, decimals) => parse(format(amount, decimals), decimals) === amount,
      ),
    );
  });

  it.each([
    ["0.005", 2],
    ["1,50", 2],
    ["1e3", 2],
    ["", 2],
    ["9999999999999999", 0],
    ["1.5", 0],
  ])("is not %s with %d decimals", (text, decimals) => expect(parse(text, decimals)).toBeNull());

  it("adds up exactly beyond what a number holds", () => {
    const amounts = fc.array(minor, { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(amounts, (all) => {
        const kept = all.reduce((sum, amount) => pack(unpack(sum) + BigInt(amount)), pack(0n));
        return unpack(kept) === all.map(BigInt).reduce((sum, amount) => sum + amount, 0n);
      }),
    );
    const many = Array.from({ length: 20_000 }, () => MAX_MINOR);
    expect(many.reduce((sum, amount) => sum + BigInt(amount), 0n)).toBe(BigInt(MAX_MINOR) * 20_000n);
  });

  it("saturates where the server's figures do", () => {
    expect(saturated(10n ** 30n)).toBe(2n ** 63n - 1n);
    expect(saturated(-(10n ** 30n))).toBe(-(2n ** 63n));
  });

  it("is a whole number of at most 15 digits", () => {
    expect([isMinor(MAX_MINOR), isMinor(MAX_MINOR + 1), isMinor(0.5), isMinor("1"), isMinor(Number.NaN)]).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
