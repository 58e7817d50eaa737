import { answerOf, fetched, type HttpOptions, type HttpRequest } from "./http.ts";
import type { Answer } from "./problems.ts";

/** Asks for a file, such as a receipt. */
export async function download(options: HttpOptions, request: HttpRequest): Promise<Answer<Blob>> {
  try {
    const response = await fetched(options, { ...request, headers: { Accept: "*/*", ...request.headers } });
    const { status, headers } = response;
    // A portal's page is no file, even where it says that all is well.
    if (response.ok && !/^text\/html\b/i.test(headers.get("Content-Type") ?? ""))
      return { ok: true, status, value: await response.blob(), etag: headers.get("ETag") };
    const answer = answerOf(response, await response.text());
    return answer.ok ? { ok: false, reason: "unreachable", status } : answer;
  } catch {
    return { ok: false, reason: "offline" };
  }
}
