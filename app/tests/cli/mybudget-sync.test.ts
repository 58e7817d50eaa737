import { spawn } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FileStore } from "../../src/replica/store/file.ts";
import { Household, startTarget, type Target } from "../support/household.ts";
import { refuse } from "../support/reference-server.ts";

const program = new URL("../../bin/mybudget-sync.js", import.meta.url).pathname;

let target: Target;
let household: Household;
beforeAll(async () => {
  target = await startTarget();
  household = await Household.register(target);
});
afterAll(() => target.stop());

const newFolder = () => mkdtemp(join(tmpdir(), "sync-"));

/** One terminal: its own folder, as on a computer of its own. */
async function terminal(folder?: string) {
  const data = folder ?? (await newFolder());
  return async (...args: string[]) => {
    const child = start(data, ...args);
    const said: string[] = [];
    child.stdout.on("data", (data) => said.push(String(data)));
    child.stderr.on("data", (data) => said.push(String(data)));
    const code = await new Promise((resolve) => child.on("close", resolve));
    return { code, text: said.join("") };
  };
}

function start(folder: string, ...args: string[]) {
  return spawn(process.execPath, [program, "--data", folder, ...args], {
    env: { ...process.env, MYBUDGET_PASSWORD: household.password },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** A ledger of a user with an account, and a terminal where they work on it. */
async function atWork(who: Household, folder?: string) {
  const ledgerId = await withCash(who);
  const at = await terminal(folder);
  expect(await at("login", who.email, "--server", target.url)).toMatchObject({ code: 0 });
  expect(await at("use", ledgerId)).toMatchObject({ code: 0 });
  return { at, ledgerId };
}

async function withCash(who: Household): Promise<string> {
  const ledgerId = await who.createLedger();
  const setup = await who.replica(ledgerId);
  const cash = { name: "Cash", type: "cash", currency: "EUR", openedOn: "2026-01-01", openingBalance: 10_000 };
  await setup.perform({ type: "account.open", data: cash }, "2026-06-15");
  await setup.sync();
  return ledgerId;
}

async function entries(who: Household, ledgerId: string): Promise<number> {
  const replica = await who.replica(ledgerId);
  await replica.sync();
  return (await replica.transactions({ limit: 10 })).items.length;
}

describe("mybudget-sync", { timeout: 180_000 }, () => {
  it("brings two terminals together, one of which was offline, a conflict included", async () => {
    const ledgerId = await withCash(household);
    const setup = await household.replica(ledgerId);
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

  it("refuses what cannot be meant", async () => {
    const { at } = await atWork(household);
    const added = await at("add", "-5", "Cash", "--date", "2026-02-28");
    const id = added.text.slice(0, 6);
    for (const date of ["2026-02-30", "tomorrow", ""]) {
      const text = expect.stringContaining("is no calendar date");
      expect(await at("add", "-1", "Cash", "--date", date)).toEqual({ code: 1, text });
      expect(await at("edit", id, "--date", date)).toEqual({ code: 1, text });
    }
    for (const limit of ["x", "0", "-1", "1.5", ""])
      expect(await at("list", "--limit", limit)).toEqual({ code: 1, text: expect.stringContaining("--limit takes") });
    expect(await at("edit", "", "--note", "text")).toEqual({ code: 1, text: "edit needs a transaction.\n" });
    expect(await at("delete", "")).toEqual({ code: 1, text: "delete needs a transaction.\n" });
    expect(await at("list", "")).toEqual({ code: 1, text: "Say which account.\n" });
    expect(await at("add", "-1", "Cash", "--to", "")).toEqual({ code: 1, text: "Say which account.\n" });
    expect((await at("status")).text).toContain("0 to send");
    expect((await at("list")).text.trim().split("\n")).toHaveLength(1);
  });

  it("ends quietly when nobody reads on", async () => {
    const child = start(await newFolder(), "help");
    child.stdout.destroy();
    const said: string[] = [];
    child.stderr.on("data", (data) => said.push(String(data)));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, text: said.join("") }).toEqual({ code: 0, text: "" });
  });

  it("says where a ledger went that is not there any more", async () => {
    const { at, ledgerId } = await atWork(household);
    const other = await household.createLedger();
    if (target.reference) await household.setRole(ledgerId, 0, null);
    else await household.ask({ method: "DELETE", path: `ledgers/${ledgerId}`, body: { password: household.password } });
    const told = { code: 1, text: expect.stringMatching(/deleted, or you were removed.*14 days.*mybudget-sync use/s) };
    expect(await at("sync")).toEqual(told);
    expect(await at("check")).toEqual(told);
    expect(await at("use", other)).toMatchObject({ code: 0 });
  });
});

describe("a sign-in of mybudget-sync", { timeout: 180_000 }, () => {
  it("stays as it was where another fails, and no other server hears of it", async () => {
    const heard: string[] = [];
    const stranger = createServer(async (request, response) => {
      heard.push(String(request.headers.authorization));
      for await (const chunk of request) heard.push(String(chunk));
      refuse(response, 401, "auth.invalid-credentials");
    });
    await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
    const elsewhere = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    const folder = await newFolder();
    const { at } = await atWork(household, folder);
    const before = await readFile(join(folder, "settings.json"), "utf8");

    expect(await at("login", "bob@example.com", "--server", elsewhere)).toMatchObject({ code: 1 });
    expect(await at("sync")).toMatchObject({ code: 0 });
    for (const server of ["ftp://x", "localhost:5080", "x"]) {
      const text = expect.stringContaining(`${server} is no http or https address`);
      expect(await at("login", "bob@example.com", "--server", server)).toEqual({ code: 1, text });
    }
    expect(await at("login", "bob@example.com", "--server", "http://127.0.0.1:1")).toMatchObject({ code: 1 });
    await at("offline");
    expect(await at("login", "bob@example.com")).toMatchObject({ code: 1, text: expect.stringContaining("offline") });
    await at("online");
    expect(await at("sync")).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, "settings.json"), "utf8")).toBe(before);
    stranger.close();
    expect(heard).toEqual(["undefined", expect.stringContaining("bob@example.com")]);
  });

  it("is one user's, whose changes wait for them while somebody else works", async () => {
    const [ann, bob] = [await Household.register(target), await Household.register(target)];
    const { at, ledgerId } = await atWork(ann);
    await at("offline");
    await at("add", "-12.50", "Cash", "--payee", "Baker");
    await at("online");

    const bobs = await withCash(bob);
    const told = await at("login", bob.email, "--server", `${target.url}/`);
    expect(told).toMatchObject({ code: 0, text: expect.stringContaining(`1 not sent of ${ann.email}`) });
    expect(await at("use", bobs)).toMatchObject({ code: 0 });
    expect((await at("list")).text).toBe("");
    await at("add", "-1", "Cash");
    expect(await entries(ann, ledgerId)).toBe(0);

    const again = await at("login", ann.email);
    expect(again).toMatchObject({ code: 0, text: expect.stringMatching(/^applied/) });
    expect((await at("list")).text).toContain("-12.50 EUR  Cash  -  Baker");
    expect(await entries(ann, ledgerId)).toBe(1);
  });

  it("does not begin for somebody who has no ledger", async () => {
    const carol = await Household.register(target);
    const { at } = await atWork(household);
    const ledgers = target.reference?.ledgers.values() ?? [];
    for (const ledger of ledgers) ledger.setRole(carol.people[0]?.id ?? "", null);
    const told = await at("login", carol.email);
    expect(told).toMatchObject({ code: 1, text: expect.stringContaining("no ledger yet") });
    expect((await at("status")).text).toContain(household.email);
    expect(await at("sync")).toMatchObject({ code: 0 });
  });

  it("goes on with the copy that an earlier release has made", async () => {
    const [ann, bob] = [await Household.register(target), await Household.register(target)];
    const [ledgerId] = [await withCash(ann), await withCash(bob)];
    const folder = await newFolder();
    const store = await FileStore.open(join(folder, `ledger-${ledgerId}`));
    const replica = await ann.replica(ledgerId, { store });
    await replica.sync();
    const [cash] = await replica.all("account");
    const data = { accountId: cash?.id ?? "", date: "2026-06-15", amount: -1250, payee: "Baker" };
    await replica.perform({ type: "transaction.record", data }, "2026-06-15");
    await store.close();
    const tokens = { accessToken: await ann.session.token(), refreshToken: "" };
    const settings = { server: `${target.url}/`, email: ann.email, tokens, ledgerId };
    await writeFile(join(folder, "settings.json"), JSON.stringify(settings));

    const at = await terminal(folder);
    expect((await at("list")).text).toMatch(/^\*.*Baker\n$/);
    expect((await at("login", bob.email)).text).toContain(`1 not sent of ${ann.email}`);
    expect((await at("status")).text).toContain("0 to send");
    expect(await entries(ann, ledgerId)).toBe(0);
    expect((await at("login", ann.email)).text).toMatch(/^applied/);
    expect((await at("list")).text).toMatch(/^ .*Baker\n$/);
  });
});
