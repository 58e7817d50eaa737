import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { suite, test } from "node:test";
import { signatureHeaders } from "./signature.js";
import { tellApi } from "./userDeleted.js";

const event = { projectId: "demo-mybudget", uid: "anna", deletedAt: "2026-03-14T15:09:26.535Z" };
const secret = "a shared secret";

interface Received {
  request: IncomingMessage;
  body: string;
}

/** An API on loopback that answers everything the same way, and what it was asked. */
async function withApi(status: number, answer: string, ask: (baseUrl: string) => Promise<void>): Promise<Received[]> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ request, body: Buffer.concat(chunks).toString("utf8") });
      response.writeHead(status, status === 307 ? { Location: "/elsewhere" } : {}).end(answer);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
  return received;
}

suite("a deleted user", () => {
  for (const [suffix, expected] of [["", "/api/v1/"], ["/", "/api/v1/"], ["/budget", "/budget/api/v1/"]] as const) {
    test(`is told to the API at ${suffix || "no path"}, signed`, async () => {
      const received = await withApi(204, "", async (baseUrl) => {
        assert.deepEqual(await tellApi(baseUrl + suffix, secret, event), { accepted: true });
      });

      assert.equal(received.length, 1);
      const [only] = received;
      assert.ok(only);
      const { request, body } = only;
      assert.equal(request.method, "POST");
      assert.equal(request.url, `${expected}internal/firebase/user-deleted`);
      assert.equal(request.headers["content-type"], "application/json");
      assert.deepEqual(JSON.parse(body), event);
      const timestamp = Number(request.headers["x-mybudget-timestamp"]);
      assert.ok(Math.abs(Date.now() / 1000 - timestamp) < 60);
      assert.equal(
        request.headers["x-mybudget-signature"],
        signatureHeaders(secret, body, new Date(timestamp * 1000))["X-MyBudget-Signature"],
      );
    });
  }

  for (const status of [400, 410, 413, 422]) {
    test(`is given up when the API answers ${status.toString()}`, async () => {
      await withApi(status, '{"code":"no"}', async (baseUrl) => {
        assert.deepEqual(await tellApi(baseUrl, secret, event), { accepted: false, status, problem: '{"code":"no"}' });
      });
    });
  }

  for (const status of [307, 401, 403, 404, 408, 429, 500, 502, 503]) {
    test(`is told again when the API answers ${status.toString()}`, async () => {
      const received = await withApi(status, "", async (baseUrl) => {
        await assert.rejects(tellApi(baseUrl, secret, event));
      });
      assert.equal(received.length, 1);
    });
  }

  test("is told again when nobody answers", async () => {
    let gone = "";
    await withApi(204, "", (baseUrl) => {
      gone = baseUrl;
      return Promise.resolve();
    });
    await assert.rejects(tellApi(gone, secret, event));
  });
});
