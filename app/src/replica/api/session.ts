import { isObject, type Json, type JsonObject } from "../json.ts";
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

/** How a sign-in is held. */
export interface SessionOptions {
  /** In a browser, the refresh token is in a cookie that no script can read; the keeper has "" for it, and for what was not fetched yet. */
  readonly cookie?: boolean;
  /** Whose session it is: a cookie that another tab has signed somebody else in with is not this user's. */
  readonly userId?: string;
}

/** Requests of one signed-in user. What has run out is renewed, once for all requests that wait for it. */
export class Session {
  private renewal: Promise<Failure | null> | undefined;

  constructor(
    readonly http: HttpOptions,
    private readonly keeper: TokenKeeper,
    private readonly options: SessionOptions = {},
  ) {}

  /** The installation is what a sign-in here answered before; a browser has it in a cookie. */
  async logIn(email: string, password: string, device?: string, installation?: string): Promise<Answer<SignedIn>> {
    return this.begin("auth/login", { email, password, device, installation });
  }

  /** The second step of a sign-in that was answered with a challenge. */
  async finish(challenge: string, code: string, installation?: string): Promise<Answer<SignedIn>> {
    return this.begin("auth/factor", { challenge, code, installation });
  }

  async register(input: components["schemas"]["RegisterRequest"]): Promise<Answer<SignedIn>> {
    return this.begin("auth/register", input);
  }

  /** Ends the sign-in on the server, where that can be reached, and here whatever comes of it. Tells whether it is ended there, too. */
  async logOut(): Promise<boolean> {
    const answer = await this.request({ method: "POST", path: "auth/logout", ...this.inCookie });
    await this.keeper.save(null);
    return answer.ok || answer.reason === "signedOut";
  }

  /** Sends a request as the user; `signedOut` once the sign-in has ended, and until the next. */
  request(request: HttpRequest): Promise<Answer<Json>> {
    return this.asUser(request, send);
  }

  /** The same by another way of sending, such as one for files. */
  async asUser<T>(
    request: HttpRequest,
    sent: (options: HttpOptions, request: HttpRequest) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    const token = await this.ready();
    if (typeof token !== "string") return token;
    const answer = await sent(this.http, withToken(request, token));
    if (!isUnauthorized(answer)) return answer;
    const failure = await this.renew(token);
    if (failure) return failure;
    const again = await sent(this.http, withToken(request, (await this.token()) ?? ""));
    return isUnauthorized(again) ? { ok: false, reason: "signedOut" } : again;
  }

  /** A token to try; of a session whose cookie is all there is yet, the first one. */
  async ready(): Promise<string | Failure> {
    const token = await this.token();
    if (token === null) return { ok: false, reason: "signedOut" };
    if (token !== "") return token;
    return (await this.renew(token)) ?? (await this.token()) ?? { ok: false, reason: "signedOut" };
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
    const answer = await this.auth("auth/refresh", this.withRefresh(known));
    if (answer.ok && isTokens(answer.value)) {
      if (this.isOthers(answer.value)) return { ok: false, reason: "signedOut" };
      await this.keeper.save(tokensOf(answer.value));
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
    const answer = await this.auth(path, body);
    if (!answer.ok) return answer;
    if (!isTokens(answer.value)) return { ok: false, reason: "unreachable", status: answer.status };
    await this.keeper.save(tokensOf(answer.value));
    return { ...answer, value: answer.value as unknown as SignedIn };
  }

  private auth(path: string, body: object): Promise<Answer<Json>> {
    return send(this.http, { method: "POST", path, body, ...this.inCookie });
  }

  /** What a request says that is about the cookie. */
  private get inCookie(): Pick<HttpRequest, "headers" | "credentials"> {
    return this.options.cookie ? { headers: { "X-MyBudget-Session": "cookie" }, credentials: "same-origin" } : {};
  }

  private withRefresh({ refreshToken }: Tokens): object {
    return this.options.cookie ? {} : { refreshToken };
  }

  private isOthers({ user }: JsonObject): boolean {
    return this.options.userId !== undefined && isObject(user) && user.id !== this.options.userId;
  }
}

function withToken(request: HttpRequest, token: string): HttpRequest {
  return { ...request, headers: { ...request.headers, Authorization: `Bearer ${token}` } };
}

function isUnauthorized(answer: Answer<unknown>): boolean {
  // A portal may say 401 with a page of its own, which says nothing about the sign-in.
  return !answer.ok && answer.reason === "refused" && answer.problem.status === 401;
}

function isTokens(value: Json): value is JsonObject & { accessToken: string } {
  return isObject(value) && typeof value.accessToken === "string";
}

function tokensOf({ accessToken, refreshToken }: JsonObject & { accessToken: string }): Tokens {
  return { accessToken, refreshToken: typeof refreshToken === "string" ? refreshToken : "" };
}
