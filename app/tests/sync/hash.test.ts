import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "../../src/replica/ids.ts";
import { sha256Head } from "../../src/replica/sync/sha256.ts";

describe("the hash of a digest", () => {
  it("is SHA-256's first 8 bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const head = createHash("sha256").update(text).digest();
        expect(sha256Head(text)).toEqual([head.readUInt32BE(0), head.readUInt32BE(4)]);
      }),
    );
  });
});

describe("an id", () => {
  it("is a UUID of version 7, in the order of time", () => {
    let time = Date.parse("2026-01-01");
    const ids = Array.from({ length: 100 }, () => newId({ now: () => new Date(time++), random: Math.random }));
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(100);
  });
});
