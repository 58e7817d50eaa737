import {
  type Answer,
  dayAt,
  type Entities,
  format,
  LedgerApi,
  type Problem,
  parse,
  Replica,
  realSurroundings,
  Session,
} from "../replica/index.ts";
import { FileStore } from "../replica/store/file.ts";
import type { Home, User } from "./home.ts";

/** What the user did wrong, in a sentence. */
export class Misuse extends Error {}

/** One ledger's copy, opened for one command. */
export class Desk {
  private constructor(
    readonly home: Home,
    readonly folder: string,
    readonly user: User,
    readonly offline: boolean,
    readonly session: Session,
    readonly replica: Replica,
  ) {}

  static async open(home: Home): Promise<Desk> {
    const { current = "", users, offline = false } = (await home.settings()) ?? {};
    const user = users?.[current];
    if (!user) throw new Misuse("Log in first: mybudget-sync login EMAIL --server URL");
    const session = new Session({ fetch, server: user.server }, home.keeper(current));
    const store = home.hold(await FileStore.open(home.copy(current, user.ledgerId)));
    const api = new LedgerApi(session, user.ledgerId);
    const replica = new Replica({ store, api, surroundings: realSurroundings });
    return new Desk(home, current, user, offline, session, replica);
  }

  get today(): string {
    return dayAt(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  }

  /** By its name, or the end of its id, which must mean one. */
  async named<K extends "account" | "category" | "budget">(kind: K, word: string): Promise<Entities[K]> {
    if (word === "") throw new Misuse(`Say which ${kind}.`);
    const all = await this.replica.all(kind);
    const exact = all.filter(({ name, id }) => name === word || id === word);
    const found = exact.length > 0 ? exact : all.filter((entity) => meant(entity, word));
    return one(found, `${kind} "${word}"`);
  }

  async transaction(word: string): Promise<Entities["transaction"]> {
    const all = await this.replica.all("transaction");
    return one(
      all.filter(({ id }) => id.endsWith(word)),
      `transaction "${word}"`,
    );
  }

  minor(text: string, currency: string): number {
    const amount = parse(text, decimalsOf(currency));
    if (amount === null) throw new Misuse(`${text} is no amount of ${currency}.`);
    return amount;
  }
}

export function money(minor: bigint | number, currency: string): string {
  return `${format(minor, decimalsOf(currency))} ${currency}`;
}

/** The end of an id: the beginning is the time, which entries of one minute share. */
export function short(id: string): string {
  return id.slice(-6);
}

export function needsNetwork(offline: boolean): void {
  if (offline) throw new Misuse("You are offline: mybudget-sync online");
}

/** Why there is no answer, in a sentence. */
export function whyNot(answer: Answer<unknown> & { ok: false }): string {
  switch (answer.reason) {
    case "offline":
      return "offline: the server was not reached; what you did is kept";
    case "unreachable":
      return `something other than the server answered (${answer.status}); what you did is kept`;
    case "busy":
      return "the server asks to come again later; what you did is kept";
    case "signedOut":
      return "signed out: log in again; what you did is kept";
    case "refused":
      return `refused: ${answer.problem.detail ?? answer.problem.title} (${answer.problem.code})${faults(answer.problem)}`;
  }
}

/** Why a ledger did not answer. */
export function whyNoLedger(answer: Answer<unknown> & { ok: false }): string {
  if (answer.reason !== "refused" || answer.problem.status !== 404) return whyNot(answer);
  return (
    "The ledger is not there for you: it was deleted, or you were removed from it. An owner may restore a deleted one within 14 days;\n" +
    "what you did is kept. To work on another one: mybudget-sync use LEDGER"
  );
}

function faults({ errors }: Problem): string {
  const said = Object.entries(errors ?? {}).map(([field, [first]]) => `\n  ${field}: ${first?.message}`);
  return said.join("");
}

function meant({ name, id }: { name: string; id: string }, word: string): boolean {
  return name.toLowerCase() === word.toLowerCase() || id.endsWith(word);
}

function one<T>(found: readonly T[], what: string): T {
  const [first] = found;
  if (found.length > 1) throw new Misuse(`${what} means several.`);
  if (!first) throw new Misuse(`There is no ${what}.`);
  return first;
}

function decimalsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}
