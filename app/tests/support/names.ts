import { createHash } from "node:crypto";
import { newId } from "../../src/replica/ids.ts";
import { isObject, type Json, sameJson } from "../../src/replica/json.ts";

/** The names of one conversation in tests/conformance/sync.json, and what they stand for. */
export class Names {
  private readonly known: Map<string, Json>;

  constructor(known: Record<string, string>) {
    this.known = new Map(Object.entries(known));
  }

  of(name: string): string {
    const known = this.known.get(name);
    if (known !== undefined) return String(known);
    const made = fresh();
    if (name !== "each") this.known.set(name, made);
    return made;
  }

  /** With every ${name} in it. */
  text(template: string): string {
    return template.replaceAll(/\$\{(\w+)( ahead)?\}/g, (_, name: string, ahead?: string) =>
      ahead ? this.of(name).replace(/\.(\d+)/, (_, revision) => `.${Number(revision) + 1000}`) : this.of(name),
    );
  }

  /** What is sent. */
  given(template: Json | undefined): Json | undefined {
    if (typeof template === "string")
      return /^\$\w+$/.test(template) ? this.of(template.slice(1)) : this.text(template);
    if (Array.isArray(template)) return template.flatMap((item) => this.items(item));
    if (!isObject(template)) return template;
    return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, this.given(value)]));
  }

  shouldMatch(expected: Json | undefined, actual: Json | undefined, where: string): void {
    const problem = this.problem(expected, actual, where);
    if (problem) throw new Error(`${problem}, in ${JSON.stringify(actual).slice(0, 2000)}`);
  }

  private items(item: Json): Json[] {
    if (!isObject(item) || typeof item.$times !== "number") return [this.given(item) as Json];
    return Array.from({ length: item.$times }, () => this.given(item.of) as Json);
  }

  /** Why it does not match, or null. */
  private problem(expected: Json | undefined, actual: Json | undefined, where: string): string | null {
    const wrong = `${where} is ${JSON.stringify(actual)} and not ${JSON.stringify(expected)}`;
    if (typeof expected === "string") return this.isText(expected, actual) ? null : wrong;
    if (Array.isArray(expected)) {
      if (!Array.isArray(actual) || actual.length !== expected.length) return wrong;
      return first(expected.map((item, place) => this.problem(item, actual[place], `${where}[${place}]`)));
    }
    if (!isObject(expected)) return sameJson(expected, actual) ? null : wrong;
    const { $some: some, $none: none } = expected;
    if (Array.isArray(some) || Array.isArray(none)) {
      if (!Array.isArray(actual)) return wrong;
      const isThere = (item: Json) => actual.some((one) => this.problem(item, one, where) === null);
      const [lacks] = Array.isArray(some) ? some.filter((item) => !isThere(item)) : [];
      const [has] = Array.isArray(none) ? none.filter(isThere) : [];
      return lacks || has ? `${where} ${lacks ? "lacks" : "has"} ${JSON.stringify(lacks ?? has)}` : null;
    }
    if (!isObject(actual)) return wrong;
    return first(
      Object.entries(expected).map(([name, value]) => this.problem(value, actual[name], `${where}.${name}`)),
    );
  }

  private isText(expected: string, actual: Json | undefined): boolean {
    if (expected === "$absent") return (actual ?? null) === null;
    if (expected === "$any") return (actual ?? null) !== null;
    if (expected.startsWith("$hash ")) return actual === this.hash(expected.split(" ").slice(1));
    if (!/^\$\w+$/.test(expected)) return actual === this.text(expected);
    const name = expected.slice(1);
    if (!this.known.has(name) && actual !== undefined) this.known.set(name, actual);
    return this.known.get(name) === actual;
  }

  private hash([kind, ...entities]: string[]): string {
    const heads = entities.map((entity) => {
      const [name = "", version] = entity.split(":");
      return createHash("sha256")
        .update(`${kind}:${this.of(name)}:${version}`)
        .digest()
        .readBigUInt64BE();
    });
    return heads
      .reduce((sum, head) => sum ^ head, 0n)
      .toString(16)
      .padStart(16, "0");
  }
}

function first(problems: readonly (string | null)[]): string | null {
  return problems.find((problem) => problem !== null) ?? null;
}

function fresh(): string {
  return newId({ now: () => new Date(), random: Math.random });
}
