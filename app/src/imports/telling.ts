/** The text of a file's beginning; where it is no UTF-8, its letters may be wrong, which is enough to show rows. */
export async function beginningOf(file: Blob): Promise<string> {
  const bytes = await file.slice(0, 65_536).arrayBuffer();
  const mark = new Uint8Array(bytes.slice(0, 2));
  const name = mark[0] === 0xff && mark[1] === 0xfe ? "utf-16le" : "utf-8";
  const text = new TextDecoder(name).decode(bytes);
  return text.includes("\uFFFD") && name === "utf-8" ? new TextDecoder("windows-1252").decode(bytes) : text;
}

/** Whether a file may itself tell which account it is of, so that it need not be asked for first. */
export function mayTellAccount(beginning: string): boolean {
  return /OFXHEADER|<OFX>|camt\.05[23]|:25:|^!Account/m.test(beginning.slice(0, 8_192));
}

interface Named {
  readonly type: string;
  readonly name: string;
}

/** A picture is no bank's file, but may be the receipt of an entry. */
export function isPicture({ type, name }: Named): boolean {
  return type.startsWith("image/") || /\.(png|jpe?g|gif|webp|avif|hei[cf]|bmp|tiff?)$/i.test(name);
}

/** What is shared with the app and is no table: a picture, or a bill as a PDF. */
export function isReceipt(file: Named): boolean {
  return isPicture(file) || file.type === "application/pdf" || /\.pdf$/i.test(file.name);
}

/** Those that share-sheets and file managers may offer; the server tells formats by content. */
export const ACCEPTED =
  ".ofx,.qfx,.qif,.csv,.tsv,.txt,.xml,.camt,.sta,.mt940,.940,.xlsx,text/csv,application/x-ofx,application/xml,text/xml,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
