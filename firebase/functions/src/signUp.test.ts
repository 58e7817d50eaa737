import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { domainsOf, refusalOf } from "./signUp.js";

const everybody = { open: true, allowedDomains: [] };
const one = (setting: string) => ({ open: true, allowedDomains: domainsOf(setting) });

suite("sign-up", () => {
  test("is open to any address unless domains are named", () => {
    assert.equal(refusalOf(everybody, "anna@example.com"), undefined);
    assert.deepEqual(domainsOf(" , "), []);
  });

  test("is closed to all when it is closed", () => {
    assert.equal(refusalOf({ open: false, allowedDomains: [] }, "anna@example.com")?.code, "sign-up-closed");
    assert.equal(refusalOf({ open: false, allowedDomains: ["example.com"] }, "anna@example.com")?.code, "sign-up-closed");
  });

  for (const email of [undefined, "", "anna", "anna@", "anna@ex ample.com"]) {
    test(`needs an address, which ${email === undefined ? "nothing" : JSON.stringify(email)} is not`, () => {
      assert.equal(refusalOf(everybody, email)?.code, "email-required");
      assert.equal(refusalOf(one("example.com, not a domain"), email)?.code, "email-required");
    });
  }

  for (const email of ["anna@example.com", "ANNA@Example.COM", '"a@b"@example.com', "anna@müller.example", "anna@xn--mller-kva.example"]) {
    test(`is open to ${email} of a domain that is named`, () => {
      assert.equal(refusalOf(one("Example.com,  Müller.example ,"), email), undefined);
    });
  }

  const others = ["example.org", "mail.example.com", "notexample.com", "example.com.evil.test", "example.com@evil.test"];
  for (const email of others.map((domain) => `anna@${domain}`)) {
    test(`is refused to ${email} of another domain`, () => {
      assert.equal(refusalOf(one("example.com"), email)?.code, "domain-not-allowed");
    });
  }

  test("is refused to all when what is named is no domain", () => {
    assert.equal(refusalOf(one("exam ple.com"), "anna@example.com")?.code, "domain-not-allowed");
  });
});
