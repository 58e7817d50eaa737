import type { Answer } from "../replica/index.ts";
import { ask, ofLedger } from "../state/server.ts";
import type { Report } from "./review.ts";
import type { Answers, WaitingFile } from "./waiting.ts";

/** Larger files take the server longer than other requests do. */
const LONG_MS = 180_000;

/** What an import would do; nothing is written. What was decided about rows does not change what they are shown as. */
export function preview({ file, name, answers }: WaitingFile): Promise<Answer<Report>> {
  return send(formOf(file, name, { ...answers, rows: {} }), { preview: "true", ...accountIn(answers) });
}

/** Does what the preview with this token showed, once, whatever answer is lost; the file's own id is the import's. */
export function carryOut({ id, file, name, answers }: WaitingFile, token: string): Promise<Answer<Report>> {
  const form = formOf(file, name, answers);
  form.set("token", token);
  if (answers.acceptsContradiction) form.set("acceptContradiction", "true");
  return send(form, { id, ...accountIn(answers) });
}

function send(form: FormData, query: Record<string, string>): Promise<Answer<Report>> {
  const path = `${ofLedger("imports")}?${new URLSearchParams(query)}`;
  return ask({ method: "POST", path, body: form, timeoutMs: LONG_MS });
}

function formOf(file: Blob, name: string, { mapping, accounts, rows }: Answers): FormData {
  const form = new FormData();
  form.set("file", file, name);
  if (mapping && Object.keys(mapping).length > 0) form.set("mapping", JSON.stringify(mapping));
  if (accounts && accounts.length > 0) form.set("accounts", JSON.stringify(accounts));
  if (rows && Object.keys(rows).length > 0) form.set("rows", JSON.stringify(rows));
  return form;
}

function accountIn({ accountId }: Answers): Record<string, string> {
  return accountId === undefined ? {} : { accountId };
}
