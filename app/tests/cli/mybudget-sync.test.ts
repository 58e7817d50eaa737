import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Household, startTarget, type Target } from "../support/household.ts";

const program = new URL("../../bin/mybudget-sync.js", import.meta.url).pathname;

let target: Target;
let household: Household;
beforeAll(async () => {
  target = await startTarget();
  household = await Household.register(target);
});
afterAll(() => target.stop());

/** One terminal: its own folder, as on a computer of its own. */
async function terminal() {
  const folder = await mkdtemp(join(tmpdir(), "sync-"));
  return async (...args: string[]) => {
    const child = spawn(process.execPath, [program, "--data", folder, ...args], {
      env: { ...process.env, MYBUDGET_PASSWORD: household.password },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said: string[] = [];
    child.stdout.on("data", (data) => said.push(String(data)));
    child.stderr.on("data", (data) => said.push(String(data)));
    const code = await new Promise((resolve) => child.on("close", resolve));
    return { code, text: said.join("") };
  };
}

describe("mybudget-sync", { timeout: 180_000 }, () => {
  it("brings two terminals together, one of which was offline, a conflict included", async () => {
    const ledgerId = await household.createLedger();
    const setup = await household.replica(ledgerId);
    const cash = { name: "Cash", type: "cash", currency: "EUR", openedOn: "2026-01-01", openingBalance: 10_000 };
    await setup.perform({ type: "account.open", data: cash }, "2026-06-15");
    await setup.perform(
      { type: "category.create", data: { name: "Food", group: "All", kind: "expense" } },
      "2026-06-15",
    );
    await setup.sync();

    const [anna, ben] = [await terminal(), await terminal()];
    const login = ["login", household.email, "--server", target.url];
    for (const at of [anna, ben]) {
      expect(await at(...login)).toMatchObject({ code: 0 });
      expect(await at("use", ledgerId)).toMatchObject({ code: 0 });
    }
    const added = await anna("add", "-12.50", "Cash", "--category", "Food", "--payee", "Baker");
    expect(added).toMatchObject({ code: 0, text: expect.stringContaining("applied") });
    const id = added.text.slice(0, 6);
    await ben("sync");
    expect((await ben("list")).text).toContain("-12.50 EUR  Cash  Food  Baker");

    await ben("offline");
    expect((await ben("edit", id, "--amount", "-13")).text).toContain("kept until you are online");
    expect((await ben("accounts")).text).toContain("87.00 EUR");
    expect((await ben("sync")).code).toBe(1);
    await anna("edit", id, "--amount", "-14");
    await ben("online");
    expect((await ben("sync")).text).toContain("1 to decide");
    const conflict = (await ben("conflicts")).text;
    expect(conflict).toContain("amount: yours -1300, theirs -1400");
    expect((await ben("decide", conflict.slice(0, 6), "both")).code).toBe(0);

    await anna("sync");
    for (const at of [anna, ben]) {
      expect((await at("accounts")).text).toContain("73.00 EUR");
      expect((await at("check")).text).toContain("equal to the server");
    }
  });

  it("says what was wrong, and does nothing else", async () => {
    const at = await terminal();
    expect(await at("sync")).toEqual({ code: 1, text: "Log in first: mybudget-sync login EMAIL --server URL\n" });
    expect((await at("list", "--unknown")).code).toBe(1);
    expect((await at("login", "a@example.com", "--server", "http://127.0.0.1:1")).text).toContain("offline");
    expect((await at()).text).toContain("Usage");
  });
});
