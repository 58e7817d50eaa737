import { isReceipt } from "../imports/telling.ts";
import { keepFile } from "../imports/waiting.ts";
import { keepReceipt } from "../receipts/kept.ts";

/** Where other apps send what is shared with this one; the manifest says so. */
export const SHARE_PATH = "/share";

/** What is shared is kept on the device, offline too, and shown by the page that the answer leads to. */
export async function takeShared(request: Request): Promise<Response> {
  const [files, receipts]: [string[], string[]] = [[], []];
  try {
    const form = await request.formData();
    for (const file of form.getAll("file")) {
      if (typeof file === "string") continue;
      const id = crypto.randomUUID();
      const addedAt = new Date().toISOString();
      const nobodys = { id, file, name: file.name, addedAt, userId: null, ledgerId: null };
      if (isReceipt(file)) {
        await keepReceipt({ ...nobodys, entryId: null, isSent: false });
        receipts.push(id);
      } else {
        await keepFile({ ...nobodys, answers: {} });
        files.push(id);
      }
    }
  } catch {
    return Response.redirect("/import?fault=not-kept", 303);
  }
  const [file] = files;
  const query = new URLSearchParams({
    ...(file === undefined ? {} : { file }),
    ...(receipts.length === 0 ? {} : { receipts: receipts.join() }),
  });
  const screen = file === undefined && receipts.length > 0 ? "/new" : "/import";
  return Response.redirect(query.size === 0 ? screen : `${screen}?${query}`, 303);
}
