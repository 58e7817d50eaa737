import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/replica/json.ts";
import { wellFormed } from "../../src/replica/outbox/well-formed.ts";

describe("what is sent", () => {
  it("has whole characters alone, and is the same where it had them", () => {
    const emoji = { note: "a 😀", tags: ["x"], transfer: { accountId: "y" } };
    expect(wellFormed(emoji)).toBe(emoji);
    expect(wellFormed({ note: "a \ud83d", tags: ["\udc00", "x"], splits: [{ note: "\ud83db" }] })).toEqual({
      note: "a \ufffd",
      tags: ["\ufffd", "x"],
      splits: [{ note: "\ufffdb" }],
    });
  });

  it("can be read by a strict reader, whatever it was", () => {
    const text = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(text, fc.array(text), fc.integer())), (data) => {
        const mended = wellFormed(data as JsonObject);
        // Halves are written as escapes, which no other character is.
        expect(JSON.stringify(Object.values(mended))).not.toMatch(/\\ud[89a-f]/);
        expect(wellFormed(mended)).toBe(mended);
      }),
    );
  });
});
