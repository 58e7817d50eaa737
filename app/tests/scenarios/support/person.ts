import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { HttpRequest } from "../../../src/replica/api/http.ts";
import { Session } from "../../../src/replica/api/session.ts";
import { newId } from "../../../src/replica/ids.ts";
import type { JsonObject } from "../../../src/replica/json.ts";
import { texts } from "../../../src/texts/en/index.ts";
import { keeper } from "../../support/household.ts";
import { isConfirmed } from "../../support/mail.ts";
import { insist, patientFetch } from "../../support/network.ts";
import { type App, PATIENCE } from "./app.ts";

const server = process.env.MYBUDGET_SERVER?.split(",")[0] ?? "";

const TIME_ZONE = "Europe/Berlin";

const CATEGORIES = [
  ["Groceries", "expense"],
  ["Household", "expense"],
  ["Restaurants", "expense"],
  ["Salary", "income"],
] as const;

/** The day that it is for everybody here. */
export function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: TIME_ZONE }).format();
}

export interface Transaction extends JsonObject {
  readonly id: string;
  readonly amount: number;
  readonly version: number;
}

/** Somebody with an account, who can also ask the server without the app, to see what it has. */
export class Person {
  readonly email = `${randomUUID()}@example.com`;
  readonly password = "correct horse battery staple";
  private session = new Session({ fetch: patientFetch, server }, keeper());

  constructor(readonly name = "Anna") {}

  static async registered(name?: string): Promise<Person> {
    const person = new Person(name);
    const { email, password } = person;
    const answer = await person.session.register({
      email,
      password,
      displayName: person.name,
      timeZone: TIME_ZONE,
    });
    if (!answer.ok) throw new Error(`Nobody could be registered: ${JSON.stringify(answer)}`);
    return person;
  }

  /** After somebody registered in the app: the server can be asked from here, too. */
  async signIn(): Promise<void> {
    await insist(() => this.session.logIn(this.email, this.password));
  }

  async confirm(): Promise<void> {
    if (!(await isConfirmed(this.session, this.email))) throw new Error("The address could not be confirmed.");
  }

  async ask<T = JsonObject>(request: HttpRequest): Promise<T> {
    return (await insist(() => this.session.request(request))) as T;
  }

  /** What the server answers to what it may refuse. */
  async statusOf(request: HttpRequest): Promise<number> {
    const answer = await this.session.request(request);
    if (answer.ok) return answer.status;
    return answer.reason === "refused" ? answer.problem.status : 0;
  }

  get<T = JsonObject>(path: string): Promise<T> {
    return this.ask({ method: "GET", path });
  }

  post<T = JsonObject>(path: string, body: JsonObject): Promise<T> {
    return this.ask({ method: "POST", path, body });
  }

  /** Registers by the app's first page. */
  async register(app: App): Promise<void> {
    await app.open();
    await app.isOn("welcome");
    await app.fill(texts.welcome.email, this.email);
    await app.fill(texts.welcome.password, this.password);
    await app.tap("register");
    await app.isOn("first-steps");
  }

  /** Signs in by the app's first page. */
  async enter(app: App): Promise<void> {
    await this.arrive(app);
    await app.isSettled();
  }

  /** The same, before the ledger has come. */
  async arrive(app: App): Promise<void> {
    await app.open();
    await app.isOn("welcome");
    await app.tap("other-way");
    await app.fill(texts.welcome.email, this.email);
    await app.fill(texts.welcome.password, this.password);
    await app.tap("sign-in");
    await app.isOn("home");
  }

  /** A ledger of the server's, with two accounts and a few categories. */
  async ledger(name = "Home", currency = "EUR"): Promise<Ledger> {
    const id = newId({ now: () => new Date(), random: Math.random });
    await this.post("ledgers", { id, name, currency, starterCategories: false });
    const ledger = new Ledger(this, id);
    for (const [category, kind] of CATEGORIES) await ledger.addCategory(category, kind);
    await ledger.account("Cash", "cash", currency);
    await ledger.account("Card", "checking", currency);
    return ledger;
  }

  /** The ledger that the app has made. */
  async onlyLedger(): Promise<Ledger> {
    const { items } = await this.get<{ items: { id: string }[] }>("ledgers");
    expect(items).toHaveLength(1);
    return new Ledger(this, items[0]?.id ?? "");
  }
}

/** A ledger as the server has it. */
export class Ledger {
  readonly accounts = new Map<string, string>();

  constructor(
    private readonly person: Person,
    readonly id: string,
  ) {}

  get path(): string {
    return `ledgers/${this.id}`;
  }

  async account(name: string, type: string, currency: string, openingBalance = 0): Promise<string> {
    const body = { name, type, currency, openingBalance, openedOn: "2020-01-01" };
    const { id } = await this.person.post<{ id: string }>(`${this.path}/accounts`, body);
    this.accounts.set(name, id);
    return id;
  }

  async addCategory(name: string, kind: "expense" | "income"): Promise<void> {
    await this.person.post(`${this.path}/categories`, { name, kind, group: "Life" });
  }

  async category(name: string): Promise<string> {
    const { items } = await this.person.get<{ items: { id: string; name: string }[] }>(`${this.path}/categories`);
    const found = items.find((one) => one.name === name);
    if (!found) throw new Error(`There is no category ${name}: ${items.map((one) => one.name).join(", ")}.`);
    return found.id;
  }

  async record(data: JsonObject): Promise<Transaction> {
    const accountId = this.accounts.get("Cash") ?? "";
    return this.person.post<Transaction>(`${this.path}/transactions`, { accountId, ...data });
  }

  async transactions(): Promise<Transaction[]> {
    const { items } = await this.person.get<{ items: Transaction[] }>(`${this.path}/transactions?limit=200`);
    return items;
  }

  async balance(account: string): Promise<number> {
    const { items } = await this.person.get<{ items: { name: string; balance: number }[] }>(`${this.path}/accounts`);
    return items.find(({ name }) => name === account)?.balance ?? Number.NaN;
  }

  /** A monthly budget of these categories. */
  async budget(name: string, amount: number, categories: readonly string[], currency = "EUR"): Promise<string> {
    const categoryIds = await Promise.all(categories.map((category) => this.category(category)));
    const body = { name, amount, currency, period: "month", startsOn: "2020-01-01", categoryIds };
    const { id } = await this.person.post<{ id: string }>(`${this.path}/budgets`, body);
    return id;
  }

  /** How the budgets stand today. */
  async standings(): Promise<JsonObject[]> {
    return (await this.person.get<{ items: JsonObject[] }>(`${this.path}/budgets/status`)).items;
  }

  async eventually<T>(read: (ledger: Ledger) => Promise<T>, expected: T): Promise<void> {
    await expect.poll(() => read(this), PATIENCE).toEqual(expected);
  }
}
