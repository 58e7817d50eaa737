// FCM on loopback for developers: ./mybudget fcm [--port N]. It takes every push over HTTP/2 and prints it.
//
// Beside it, on the port before its own, is a push service for browsers. It prints the settings that point the server to both. Tokens that begin with "gone" are answered as those of apps that are
// no longer installed, and those that begin with "busy" as when FCM wants to be left alone for ten seconds.
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createTokenServer } from "node:http";
import { createServer } from "node:http2";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPushService } from "./web-push.mjs";

const project = "demo-mybudget";
const port = Number(process.argv[process.argv.indexOf("--port") + 1] || 0) || 9199;
const directory = mkdtempSync(join(tmpdir(), "mybudget-fcm-"));
const account = join(directory, "service-account.json");
process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function refusal(status, code, fcm, headers = {}) {
  const details = [{ "@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", errorCode: fcm }];
  return [status, { error: { code: status, message: fcm, status: code, details } }, headers];
}

function answerTo(path, token) {
  if (path !== `/v1/projects/${project}/messages:send`) return [404, { error: { code: 404, message: "no such project", status: "NOT_FOUND" } }, {}];
  if (token.startsWith("gone")) return refusal(404, "NOT_FOUND", "UNREGISTERED");
  if (token.startsWith("busy")) return refusal(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", { "retry-after": "10" });
  return [200, { name: `projects/${project}/messages/${Date.now()}` }, {}];
}

function print({ token, notification, data }, status) {
  const at = new Date().toISOString();
  const text = notification ? `${notification.title}\n    ${notification.body}` : "(silent)";
  console.log(`${at} ${status} to ${token.slice(0, 24)}: ${text}\n    ${JSON.stringify(data)}`);
}

// Plain HTTP/2, begun without asking: the server does so with an http:// address.
const fcm = createServer();
fcm.on("request", async (request, response) => {
  const { message } = JSON.parse(await bodyOf(request));
  const [status, body, headers] = answerTo(request.url, message.token);
  print(message, status);
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
});

// Google's library asks for access tokens over HTTP/1.1.
const tokens = createTokenServer(async (request, response) => {
  await bodyOf(request);
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ access_token: "local", expires_in: 3600, token_type: "Bearer" }));
});

for (const server of [fcm, tokens]) {
  server.on("error", (error) => {
    console.error(`mybudget: ${error.message}`);
    process.exit(1);
  });
}
await Promise.all([once(fcm.listen(port, "127.0.0.1"), "listening"), once(tokens.listen(0, "127.0.0.1"), "listening")]);

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048, privateKeyEncoding: { type: "pkcs8", format: "pem" }, publicKeyEncoding: { type: "spki", format: "pem" } });
writeFileSync(account, JSON.stringify({
  type: "service_account",
  project_id: project,
  private_key_id: "local",
  private_key: privateKey,
  client_email: `local@${project}.iam.gserviceaccount.com`,
  client_id: "1",
  token_uri: `http://127.0.0.1:${tokens.address().port}/token`,
}), { mode: 0o600 });

const { origin, subscription } = await startPushService(port - 1);
console.log(`FCM and a push service listen. Start the server with

  export Firebase__ProjectId=${project} Firebase__MessagingAddress=http://127.0.0.1:${port}
  export Firebase__ServiceAccount=${account} WebPush__LocalService=${origin}

and register a browser with this as "webPush", and as "vapidKey" in it the publicKey of GET client-config:

  ${JSON.stringify(subscription)}
`);
