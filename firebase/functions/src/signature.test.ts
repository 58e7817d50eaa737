import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { signatureHeaders } from "./signature.js";

const now = new Date("2026-03-14T15:09:26.999Z");

suite("signature", () => {
  // echo -n '1773500966.{"uid":"anna"}' | openssl dgst -sha256 -hmac 'a shared secret'
  test("is what openssl computes", () => {
    assert.deepEqual(signatureHeaders("a shared secret", '{"uid":"anna"}', now), {
      "X-MyBudget-Timestamp": "1773500966",
      "X-MyBudget-Signature": "v1=b4da385907154089d4babcb745317ed7499ebadd70046d8aa6281a416c758279",
    });
  });

  test("is of the bytes in UTF-8", () => {
    const headers = signatureHeaders("ключ", '{"uid":"Анна"}', now);
    assert.equal(headers["X-MyBudget-Signature"], "v1=15e9c5c858f8250e6b4b90046ad1ce89124ee9795d959534a982b016ff3b108a");
  });

  test("differs with the secret, the body and the second", () => {
    const all = [
      signatureHeaders("a", "{}", now),
      signatureHeaders("b", "{}", now),
      signatureHeaders("a", "{ }", now),
      signatureHeaders("a", "{}", new Date(now.getTime() + 1000)),
    ];
    assert.equal(new Set(all.map((headers) => headers["X-MyBudget-Signature"])).size, all.length);
  });

  test("is refused without a secret", () => {
    assert.throws(() => signatureHeaders("", "{}", now), /secret is empty/);
  });
});
