import { keepFile } from "../imports/waiting.ts";

/** Where other apps send what is shared with this one; the manifest says so. */
export const SHARE_PATH = "/share";

/** What is shared is kept on the device, offline too, and shown by the page that the answer leads to. */
export async function takeShared(request: Request): Promise<Response> {
  let first: string | undefined;
  try {
    const form = await request.formData();
    for (const file of form.getAll("file")) {
      if (typeof file === "string") continue;
      const id = crypto.randomUUID();
      const addedAt = new Date().toISOString();
      await keepFile({ id, file, name: file.name, addedAt, userId: null, ledgerId: null, answers: {} });
      first ??= id;
    }
  } catch {
    return Response.redirect("/import?fault=not-kept", 303);
  }
  return Response.redirect(first === undefined ? "/import" : `/import?file=${first}`, 303);
}
