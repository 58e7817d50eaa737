import { createHmac } from "node:crypto";
import type { App } from "./app.ts";

const STEP_SECONDS = 30;

/** An app that makes one-time codes (RFC 6238), as phones have them. */
export class Authenticator {
  /** A code is good once: each is of a later step than the one before, and the server takes that of the next step, too. */
  private last = 0;

  private constructor(private readonly secret: Buffer) {}

  /** Scans the picture on the screen. */
  static async scanning(app: App): Promise<Authenticator> {
    const uri = new URL((await app.page.locator("[data-qr]").getAttribute("data-qr")) ?? "");
    return new Authenticator(fromBase32(uri.searchParams.get("secret") ?? ""));
  }

  async nextCode(): Promise<string> {
    const now = Math.floor(Date.now() / 1000 / STEP_SECONDS);
    const step = Math.max(now, this.last + 1);
    if (step > now + 1) throw new Error("Codes are shown faster than time passes.");
    this.last = step;
    return codeAt(this.secret, step);
  }
}

function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}
