import type { App } from "./app.ts";

export interface BankRow {
  readonly date: string;
  /** Minor units. */
  readonly amount: number;
  readonly payee: string;
}

/** A file as banks give it. */
export interface BankFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function ofxOf(rows: readonly BankRow[]): BankFile {
  const entries = rows.map(
    ({ date, amount, payee }, place) =>
      `<STMTTRN><TRNTYPE>${amount < 0 ? "DEBIT" : "CREDIT"}<DTPOSTED>${date.replaceAll("-", "")}` +
      `<TRNAMT>${(amount / 100).toFixed(2)}<FITID>F${1000 + place}<NAME>${payee}</STMTTRN>`,
  );
  const text =
    "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR" +
    "<BANKACCTFROM><BANKID>10010010<ACCTID>1234567<ACCTTYPE>CHECKING</BANKACCTFROM>" +
    `<BANKTRANLIST>\n${entries.join("\n")}\n</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`;
  return { name: "march.ofx", mimeType: "application/x-ofx", buffer: Buffer.from(text) };
}

export function csvOf(name: string, lines: readonly string[]): BankFile {
  return { name, mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\n")}\n`) };
}

/** Gives the app a file as the system's picker does, and waits until it is open. */
export async function chooseFile(app: App, file: BankFile): Promise<void> {
  await app.open("/import");
  await app.isOn("import");
  await app.page.locator("input[type=file]").setInputFiles([file]);
  await app.page.waitForURL(/\/import\?file=/);
}

/** How many rows a tab of the review has. */
export async function countIn(app: App, tab: "new" | "matches" | "duplicates" | "rejected"): Promise<number> {
  const words = await app.action(`tab-${tab}`).locator("span").last().textContent();
  return Number(words);
}
