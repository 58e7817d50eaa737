import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/replica/json.ts";
import { Household, startTarget, type Target } from "../support/household.ts";
import { Names } from "../support/names.ts";
import type { Role } from "../support/reference-outcomes.ts";

interface Step {
  readonly as?: "anna" | "ben" | "stranger";
  readonly ledger?: "ledger" | "other";
  readonly share?: { readonly who: "ben"; readonly role: Role | null };
  readonly request?: JsonObject & { method: "GET" | "POST"; path: string; headers?: Record<string, string> };
  readonly answer?: JsonObject & { status: number; headers?: Record<string, string> };
}

const file = new URL("../../../tests/conformance/sync.json", import.meta.url);
const { conversations } = JSON.parse(readFileSync(file, "utf8")) as {
  conversations: { name: string; steps: Step[] }[];
};

/** Who speaks, by their place in the household. */
const PEOPLE = { anna: 0, ben: 1, stranger: 2 };

/** Of the reference server, or of the real one where its address is given: both are held to the same words. */
describe("a conversation with the server", () => {
  let target: Target;
  let household: Household;
  beforeAll(async () => {
    target = await startTarget();
    household = await Household.register(target, 2);
  }, 60_000);
  afterAll(() => target.stop());

  it.each(conversations)("$name", async ({ steps }) => {
    const names = new Names({ ledger: await household.createLedger(), other: await household.createLedger() });
    // Of the reference server everybody is an owner until something else is said.
    for (const ledger of ["ledger", "other"])
      for (const who of target.reference ? [1, 2] : []) await household.setRole(names.of(ledger), who, null);
    for (const step of steps) {
      if (step.share) await household.setRole(names.of("ledger"), PEOPLE[step.share.who], step.share.role);
      else await talk(step, names);
    }
  });

  async function talk({ as = "anna", ledger = "ledger", request, answer }: Step, names: Names): Promise<void> {
    if (!request || !answer) throw new Error("A step is a request with its answer.");
    const token = await household.people[PEOPLE[as]]?.session.token();
    const response = await fetch(`${target.url}/api/v1/ledgers/${names.of(ledger)}/${names.text(request.path)}`, {
      method: request.method,
      headers: {
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/json",
        ...(names.given(request.headers ?? {}) as Record<string, string>),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(names.given(request.body)) }),
      ...(request.text === undefined ? {} : { body: String(request.text) }),
    });
    const text = await response.text();
    expect([response.status, text.slice(0, 500)]).toEqual([answer.status, expect.anything()]);
    if (answer.body !== undefined) names.shouldMatch(answer.body, JSON.parse(text), request.path);
    for (const [name, value] of Object.entries(answer.headers ?? {}))
      names.shouldMatch(value, response.headers.get(name), name);
  }
});
