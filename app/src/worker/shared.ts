import { isReceipt } from "../imports/telling.ts";
import { keepFile } from "../imports/waiting.ts";
import { keepReceipt } from "../receipts/kept.ts";

/** Where other apps send what is shared with this one; the manifest says so. */
export const SHARE_PATH = "/share";

/** More is not shared at once by people, and photographs are not larger before they are made smaller. */
const [MOST_FILES, MOST_BYTES] = [10, 50 * 1024 * 1024];

/** What is shared is kept on the device, offline too, and shown by the page that the answer leads to. */
export async function takeShared(request: Request): Promise<Response> {
  const [files, receipts]: [string[], string[]] = [[], []];
  // A page of somebody else can send a form here, too; what the system shares comes from no page.
  if (request.referrer !== "" && new URL(request.referrer).origin !== self.location.origin)
    return Response.redirect("/", 303);
  try {
    const form = await request.formData();
    for (const file of form.getAll("file").slice(0, MOST_FILES)) {
      if (typeof file === "string") continue;
      if (file.size > MOST_BYTES) return Response.redirect("/import?fault=not-kept", 303);
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
