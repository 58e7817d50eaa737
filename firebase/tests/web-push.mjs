// A push service for browsers on loopback, beside the FCM of fcm.mjs, and a browser that has subscribed to it.
//
// It takes messages as RFC 8030 has them, decrypts them as the browser would (RFC 8291) and prints them. Whatever begins with
// "gone" is answered as a subscription that has ended, and with "busy" as when the push service wants to be left alone.
import { createDecipheriv, createECDH, createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

const browser = createECDH("prime256v1");
browser.generateKeys();
const auth = randomBytes(16);

const hmac = (key, ...parts) => createHmac("sha256", key).update(Buffer.concat(parts.map((part) => Buffer.from(part)))).digest();

function decrypt(body) {
  const [salt, keySize] = [body.subarray(0, 16), body[20]];
  const [sender, record] = [body.subarray(21, 21 + keySize), body.subarray(21 + keySize)];
  const shared = hmac(auth, browser.computeSecret(sender));
  const random = hmac(salt, hmac(shared, "WebPush: info\0", browser.getPublicKey(), sender, [1]));
  const cipher = createDecipheriv(
    "aes-128-gcm",
    hmac(random, "Content-Encoding: aes128gcm\0\x01").subarray(0, 16),
    hmac(random, "Content-Encoding: nonce\0\x01").subarray(0, 12),
  );
  cipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
  // One byte marks the end of the record.
  return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString());
}

function answerTo(name) {
  if (name.startsWith("gone")) return [410, {}];
  if (name.startsWith("busy")) return [429, { "retry-after": "10" }];
  return [201, { location: `/messages/${Date.now()}` }];
}

/** Listens, and answers with the origin and the browser's subscription. */
export async function startPushService(port) {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const name = request.url.split("/").at(-1);
    const [status, headers] = answerTo(name);
    try {
      const { title, body, url, data } = decrypt(Buffer.concat(chunks));
      console.log(`${new Date().toISOString()} ${status} to browser ${name}: ${title}\n    ${body}\n    ${url} ${JSON.stringify(data)}`);
      response.writeHead(status, headers).end();
    } catch {
      console.log(`${new Date().toISOString()} 400 to browser ${name}: not for its key`);
      response.writeHead(400).end();
    }
  });
  server.on("error", (error) => {
    console.error(`mybudget: ${error.message}`);
    process.exit(1);
  });
  await once(server.listen(port, "127.0.0.1"), "listening");
  const origin = `http://127.0.0.1:${port}`;
  const keys = { p256dh: browser.getPublicKey("base64url"), auth: auth.toString("base64url") };
  return { origin, subscription: { endpoint: `${origin}/push/my-browser`, keys } };
}
