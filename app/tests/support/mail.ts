import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Session } from "../../src/replica/api/session.ts";
import { pause } from "./network.ts";

/** Where a development server puts the mail that it sends; without it nobody can prove an address, and so be invited. */
export const mailFolder = process.env.MYBUDGET_MAIL;

/** Sends back the code that came by mail. */
export async function isConfirmed(session: Session, email: string): Promise<boolean> {
  const code = await codeFor(email);
  if (code === null) return false;
  return (await session.request({ method: "POST", path: "auth/verify-email", body: { code } })).ok;
}

async function codeFor(email: string): Promise<string | null> {
  const read = new Set<string>();
  for (let tries = 0; tries < 200; tries++) {
    for (const name of await readdir(mailFolder ?? "").catch(() => [] as string[])) {
      if (!name.endsWith(".eml") || read.has(name)) continue;
      read.add(name);
      const mail = await readFile(join(mailFolder ?? "", name), "utf8");
      const [, code] = (mail.includes(`To: ${email}`) && /^ {4}(\d{10})\r?$/m.exec(mail)) || [];
      if (code) return code;
    }
    await pause(100);
  }
  return null;
}
