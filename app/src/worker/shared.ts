import { isPicture } from "../imports/telling.ts";
import { keepFile } from "../imports/waiting.ts";

/** Where other apps send what is shared with this one; the manifest says so. */
export const SHARE_PATH = "/share";

/** What is shared is kept on the device, offline too, and shown by the page that the answer leads to. */
export async function takeShared(request: Request): Promise<Response> {
  let first: string | undefined;
  let hasPicture = false;
  try {
    const form = await request.formData();
    for (const file of form.getAll("file")) {
      if (typeof file === "string") continue;
      if (isPicture(file)) {
        hasPicture = true;
        continue;
      }
      const id = crypto.randomUUID();
      const addedAt = new Date().toISOString();
      await keepFile({ id, file, name: file.name, addedAt, userId: null, ledgerId: null, answers: {} });
      first ??= id;
    }
  } catch {
    return Response.redirect("/import?fault=not-kept", 303);
  }
  const query = new URLSearchParams({
    ...(first === undefined ? {} : { file: first }),
    ...(hasPicture ? { fault: "picture" } : {}),
  });
  return Response.redirect(query.size === 0 ? "/import" : `/import?${query}`, 303);
}
