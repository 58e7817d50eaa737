// The functions as Firebase runs them: in the Functions emulator, called by the Auth emulator.
import assert from "node:assert/strict";
import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, suite, test } from "node:test";
import { setTimeout as timeout } from "node:timers/promises";

const { FIREBASE_AUTH_EMULATOR_HOST: host, GCLOUD_PROJECT: project } = process.env;
const { MYBUDGET_HOOK_PORT: hookPort, MYBUDGET_HOOK_SECRET: secret } = process.env;
const patience = 30_000;

async function call(path, body, headers = {}) {
  const response = await fetch(`http://${host}/identitytoolkit.googleapis.com/v1/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const signUp = (email) => call("accounts:signUp?key=any", { email, password: "S3cret-pass", returnSecureToken: true });

const signInWithGoogle = (email) => {
  const token = JSON.stringify({ sub: randomUUID(), email, email_verified: true });
  const postBody = `providerId=google.com&id_token=${encodeURIComponent(token)}`;
  return call("accounts:signInWithIdp?key=any", { postBody, requestUri: "http://localhost", returnSecureToken: true });
};

async function accountsOf(email) {
  const answer = await call(`projects/${project}/accounts:lookup`, { email: [email] }, { Authorization: "Bearer owner" });
  return answer.body.users ?? [];
}

/** Somebody new every time, since the emulator remembers. */
const someone = (domain) => `${randomUUID()}@${domain}`;

suite("sign-up in the Auth emulator", { timeout: patience }, () => {
  test("lets an address of a domain that is named in", async () => {
    const email = someone("example.com");
    const { status, body } = await signUp(email);
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(JSON.parse(Buffer.from(body.idToken.split(".")[1], "base64url")).email, email);
    assert.equal((await accountsOf(email)).length, 1);
  });

  test("refuses an address of another domain and keeps no account", async () => {
    const email = someone("elsewhere.test");
    const { status, body } = await signUp(email);
    assert.equal(status, 400);
    assert.match(body.error.message, /^BLOCKING_FUNCTION_ERROR_RESPONSE/);
    assert.match(body.error.message, /domain-not-allowed/);
    assert.deepEqual(await accountsOf(email), []);
  });

  test("decides about Google's users alike", async () => {
    assert.equal((await signInWithGoogle(someone("example.org"))).status, 200);
    const refused = await signInWithGoogle(someone("elsewhere.test"));
    assert.equal(refused.status, 400);
    assert.match(refused.body.error.message, /domain-not-allowed/);
  });

  test("refuses somebody with a phone number alone", async () => {
    const phoneNumber = "+15555550100";
    const { body: sent } = await call("accounts:sendVerificationCode?key=any", { phoneNumber, recaptchaToken: "any" });
    const codes = await (await fetch(`http://${host}/emulator/v1/projects/${project}/verificationCodes`)).json();
    const { code } = codes.verificationCodes.find(({ sessionInfo }) => sessionInfo === sent.sessionInfo);
    const { status, body } = await call("accounts:signInWithPhoneNumber?key=any", { sessionInfo: sent.sessionInfo, code });
    assert.equal(status, 400);
    assert.match(body.error.message, /email-required/);
  });
});

suite("a user deleted in the Auth emulator", { timeout: patience }, () => {
  const requests = [];
  let arrived;
  const api = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      requests.push({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(204).end();
      arrived?.();
    });
  });

  before(async () => {
    api.listen(Number(hookPort), "127.0.0.1");
    await once(api, "listening");
  });
  after(() => {
    api.close();
    api.closeAllConnections();
  });

  test("is told to the API in a request that nobody else can have signed", async () => {
    const told = new Promise((resolve) => (arrived = resolve));
    const { body: user } = await signUp(someone("example.com"));
    const { status } = await call("accounts:delete?key=any", { idToken: user.idToken });
    assert.equal(status, 200);
    await Promise.race([told, timeout(patience, undefined, { ref: false })]);

    assert.equal(requests.length, 1, "one deletion, one request");
    const [{ method, url, headers, body }] = requests;
    assert.equal(`${method} ${url}`, "POST /api/v1/internal/firebase/user-deleted");
    assert.equal(headers["content-type"], "application/json");
    const timestamp = headers["x-mybudget-timestamp"];
    assert.ok(Math.abs(Date.now() / 1000 - Number(timestamp)) < 60, timestamp);
    const expected = createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex");
    assert.equal(headers["x-mybudget-signature"], `v1=${expected}`);
    const { deletedAt, ...event } = JSON.parse(body);
    assert.deepEqual(event, { projectId: project, uid: user.localId });
    assert.match(deletedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    assert.ok(Math.abs(Date.now() - Date.parse(deletedAt)) < 60_000, deletedAt);
  });
});
