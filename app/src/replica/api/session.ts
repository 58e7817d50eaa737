import { isObject, type Json } from "../json.ts";
import { type HttpOptions, type HttpRequest, send } from "./http.ts";
import type { Answer, Failure } from "./problems.ts";
import type { components } from "./schema.js";

export type Tokens = Pick<components["schemas"]["Tokens"], "accessToken" | "refreshToken">;
export type SignedIn = components["schemas"]["Tokens"];

/** Where a sign-in is kept between starts; several tabs may share one. */
export interface TokenKeeper {
  load(): Promise<Tokens | null>;
  save(tokens: Tokens | null): Promise<void>;
}

/** Requests of one signed-in user. What has run out is renewed, once for all requests that wait for it. */
export class Session {
  private renewal: Promise<Failure | null> | undefined;

  constructor(
    readonly http: HttpOptions,
    private readonly keeper: TokenKeeper,
  ) {}

  async logIn(email: string, password: string, device?: string): Promise<Answer<SignedIn>> {
    return this.begin("auth/login", { email, password, ...(device === undefined ? {} : { device }) });
  }

  async register(input: components["schemas"]["RegisterRequest"]): Promise<Answer<SignedIn>> {
    return this.begin("auth/register", input);
  }

  /** Ends the sign-in on the server, where that can be reached, and here whatever comes of it. */
  async logOut(): Promise<void> {
    await this.request({ method: "POST", path: "auth/logout" });
    await this.keeper.save(null);
  }

  /** Sends a request as the user; `signedOut` once the sign-in has ended, and until the next. */
  async request(request: HttpRequest): Promise<Answer<Json>> {
    const token = await this.token();
    if (token === null) return { ok: false, reason: "signedOut" };
    const answer = await send(this.http, withToken(request, token));
    if (!isUnauthorized(answer)) return answer;
    const failure = await this.renew(token);
    if (failure) return failure;
    const again = await send(this.http, withToken(request, (await this.token()) ?? ""));
    return isUnauthorized(again) ? { ok: false, reason: "signedOut" } : again;
  }

  async token(): Promise<string | null> {
    return (await this.keeper.load())?.accessToken ?? null;
  }

  /** Null when there is a token other than the stale one. */
  renew(stale: string): Promise<Failure | null> {
    this.renewal ??= this.fetchTokens(stale).finally(() => {
      this.renewal = undefined;
    });
    return this.renewal;
  }

  private async fetchTokens(stale: string): Promise<Failure | null> {
    const known = await this.keeper.load();
    if (!known) return { ok: false, reason: "signedOut" };
    // Another tab, or another request, was first.
    if (known.accessToken !== stale) return null;
    const answer = await send(this.http, {
      method: "POST",
      path: "auth/refresh",
      body: { refreshToken: known.refreshToken },
    });
    if (answer.ok && isTokens(answer.value)) {
      await this.keeper.save({ accessToken: answer.value.accessToken, refreshToken: answer.value.refreshToken });
      return null;
    }
    if (answer.ok) return { ok: false, reason: "unreachable", status: answer.status };
    if (answer.reason !== "refused") return answer;
    // Too old an app is no reason to forget who uses it.
    if (answer.problem.status === 426) return answer;
    const now = await this.keeper.load();
    if (now && now.refreshToken !== known.refreshToken) return null;
    await this.keeper.save(null);
    return { ok: false, reason: "signedOut" };
  }

  private async begin(path: string, body: object): Promise<Answer<SignedIn>> {
    const answer = await send(this.http, { method: "POST", path, body });
    if (!answer.ok) return answer;
    if (!isTokens(answer.value)) return { ok: false, reason: "unreachable", status: answer.status };
    await this.keeper.save({ accessToken: answer.value.accessToken, refreshToken: answer.value.refreshToken });
    return { ...answer, value: answer.value as unknown as SignedIn };
  }
}

function withToken(request: HttpRequest, token: string): HttpRequest {
  return { ...request, headers: { ...request.headers, Authorization: `Bearer ${token}` } };
}

function isUnauthorized(answer: Answer<Json>): boolean {
  // A portal may say 401 with a page of its own, which says nothing about the sign-in.
  return !answer.ok && answer.reason === "refused" && answer.problem.status === 401;
}

function isTokens(value: Json): value is { accessToken: string; refreshToken: string } {
  return isObject(value) && typeof value.accessToken === "string" && typeof value.refreshToken === "string";
}
