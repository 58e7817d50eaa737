import { expect, it } from "vitest";
import { saidOf } from "../../src/state/refusals.ts";

const refused = (problem: object) =>
  ({ ok: false, reason: "refused", problem: { status: 400, code: "http.invalid", title: "Bad", ...problem } }) as const;

it("a refusal is told beside the field that it is of", () => {
  const failure = refused({ errors: { email: [{ code: "a", message: "No address." }] } });
  expect(saidOf(failure, "email")).toBe("No address.");
  expect(saidOf(failure, "code")).toBe(null);
  const wrong = refused({ code: "auth.wrong-password", detail: "This is not your password." });
  expect(saidOf(wrong, "currentPassword", ["auth.wrong-password"])).toBe("This is not your password.");
  expect(saidOf(wrong, "newPassword")).toBe(null);
  expect(saidOf({ ok: false, reason: "offline" }, "email")).toBe(null);
  expect(saidOf(null, "email")).toBe(null);
});
