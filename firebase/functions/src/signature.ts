import { createHmac } from "node:crypto";

/**
 * The headers by which the API knows that a request comes from these functions, unchanged and just now:
 * `v1=` and the hexadecimal HMAC-SHA256 (RFC 2104) of `<unix seconds>.<body>`.
 */
export function signatureHeaders(secret: string, body: string, now: Date): Record<string, string> {
  if (secret === "") throw new Error("The secret is empty, so that anybody could sign.");
  const timestamp = Math.floor(now.getTime() / 1000).toString();
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`, "utf8").digest("hex");
  return { "X-MyBudget-Timestamp": timestamp, "X-MyBudget-Signature": `v1=${signature}` };
}
