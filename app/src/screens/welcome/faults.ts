import type { Failure } from "../../replica/index.ts";
import type { CoreTexts } from "../../texts/texts.ts";

export interface Faults {
  readonly email?: string;
  readonly password?: string;
  readonly other?: string;
}

/** What the server said, beside the field it said it of. */
export function faultsOf(failure: Failure, t: CoreTexts): Faults {
  if (failure.reason !== "refused") return { other: whyNot(failure, t) };
  const { errors, detail, title } = failure.problem;
  const of = (field: string) => errors?.[field]?.[0]?.message;
  const [email, password] = [of("email"), of("password")];
  if (email === undefined && password === undefined) return { other: detail ?? title };
  return { ...(email === undefined ? {} : { email }), ...(password === undefined ? {} : { password }) };
}

/** Why there is no answer, in the user's words. */
export function whyNot(failure: Exclude<Failure, { reason: "refused" }>, t: CoreTexts): string {
  switch (failure.reason) {
    case "offline":
      return t.failures.offline;
    case "unreachable":
      return t.failures.unreachable;
    case "busy":
      return t.failures.busy(Math.max(1, Math.ceil((failure.retryAfterMs ?? 60_000) / 60_000)));
    case "signedOut":
      return t.failures.signedOut;
  }
}
