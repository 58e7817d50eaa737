import { afterAll, beforeAll, expect, it } from "vitest";
import { Session } from "../../src/replica/api/session.ts";
import { Household, keeper, startTarget, type Target } from "../support/household.ts";

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.stop());

const ledgers = { method: "GET", path: "ledgers" } as const;

/** A sign-in and where it is kept, and the same tokens as somebody would have them who has copied them. */
async function copied() {
  const { email, password } = await Household.register(target);
  const kept = keeper();
  const session = new Session({ fetch, server: target.url }, kept);
  expect((await session.logIn(email, password)).ok).toBe(true);
  return { session, kept, copy: new Session({ fetch, server: target.url }, keeper(kept.tokens)) };
}

it("ends the sign-in on the server, so that copied tokens are of no use", async () => {
  const { session, kept, copy } = await copied();
  expect((await copy.request(ledgers)).ok).toBe(true);
  expect(await session.logOut()).toBe(true);
  expect(kept.tokens).toBeNull();
  expect(await copy.request(ledgers)).toEqual({ ok: false, reason: "signedOut" });
});

it("signs out here where the server cannot be reached", async () => {
  const { kept } = await copied();
  const offline = () => Promise.reject(new TypeError("fetch failed"));
  const session = new Session({ fetch: offline, server: target.url }, kept);
  // Who asked is told that the server does not know.
  expect(await session.logOut()).toBe(false);
  expect(kept.tokens).toBeNull();
});
