import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import type { App } from "./support/app.ts";
import { Authenticator } from "./support/authenticator.ts";
import { seriousIn, tooWideIn } from "./support/axe.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();
const t = texts.factors;

it("an app that makes codes is added, and from then on asked for; a recovery code stands in for it once", async () => {
  const anna = await Person.registered();
  await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await app.go("/profile");
  await app.tap("go-factors");
  await app.isOn("factors");
  await app.page.getByText(t.none).waitFor();

  await app.tap("add-factor");
  const phone = await Authenticator.scanning(app);
  await isAccessible(app);
  await code(app).fill("12");
  await app.tap("confirm-factor");
  await app.page.getByText("This code is wrong, or it was used already.").waitFor();
  await code(app).fill(await phone.nextCode());
  await app.tap("confirm-factor");
  const codes = await shownCodes(app);
  expect(codes).toHaveLength(10);
  await isAccessible(app);
  const [file] = await Promise.all([app.page.waitForEvent("download"), app.tap("save-codes")]);
  const saved = await readFile(await file.path(), "utf8");
  for (const one of codes) expect(saved).toContain(one);
  await keep(app);

  await signOut(app);
  await enter(app, anna);
  expect(await code(app).getAttribute("autocomplete")).toBe("one-time-code");
  await isAccessible(app);
  await code(app).fill(await phone.nextCode());
  await app.tap("finish-sign-in");
  await app.isOn("home");
  await app.isSettled();

  await signOut(app);
  await enter(app, anna);
  await app.tap("other-code");
  await app.page.locator('input[name="recovery-code"]').fill(codes[0] ?? "");
  await app.page.keyboard.press("Enter");
  await app.isOn("home");

  await app.go("/profile/factors");
  await app.page.getByText(t.left(9)).waitFor();
  await app.tap("remove-factor");
  await app.page.getByText(t.removeLast(t.firstName)).waitFor();
  await app.tap("confirm");
  await app.page.getByText(t.none).waitFor();
  await signOut(app);
  await enter(app, anna);
  await app.isOn("home");
});

it("a session that was left open asks for password and code before it makes new recovery codes", async () => {
  const anna = await Person.registered();
  await anna.ledger();
  const app = await stage.device();
  await anna.enter(app);
  await app.go("/profile/factors");
  await app.tap("add-factor");
  const phone = await Authenticator.scanning(app);
  await code(app).fill(await phone.nextCode());
  await app.tap("confirm-factor");
  const codes = await shownCodes(app);
  await keep(app);

  // As the server answers once the sign-in is older than five minutes.
  await app.page.route("**/api/v1/me/recovery-codes", (route) => route.fulfill(LEFT_OPEN), { times: 1 });
  await app.tap("renew-codes");
  await app.page.getByText(t.proveText).waitFor();
  await isAccessible(app);
  await app.page.locator('dialog input[name="password"]').fill(anna.password);
  await app.tap("confirm");
  await app.page.getByText("This also needs a code of your second factor.").waitFor();
  await code(app).fill(await phone.nextCode());
  await app.tap("confirm");
  const renewed = await shownCodes(app);
  expect(renewed).toHaveLength(10);
  expect(renewed.filter((one) => codes.includes(one))).toEqual([]);
});

const LEFT_OPEN = {
  status: 403,
  contentType: "application/problem+json",
  body: JSON.stringify({
    status: 403,
    title: "Forbidden",
    code: "auth.proof-needed",
    detail: "First show again that it is you.",
  }),
};

async function isAccessible(app: App): Promise<void> {
  expect([...(await seriousIn(app)), ...(await tooWideIn(app))]).toEqual([]);
}

function code(app: App) {
  return app.page.locator('input[name="code"]');
}

async function shownCodes(app: App): Promise<string[]> {
  await app.page.locator("[data-codes] li").first().waitFor();
  return app.page.locator("[data-codes] li").allInnerTexts();
}

/** Says that the codes are saved; without that they stay. */
async function keep(app: App): Promise<void> {
  await app.page.keyboard.press("Escape");
  expect(await app.action("codes-saved").isDisabled()).toBe(true);
  await app.page.getByLabel(t.saved).check();
  await app.tap("codes-saved");
  await app.page.locator("[data-codes]").waitFor({ state: "detached" });
}

async function signOut(app: App): Promise<void> {
  await app.isSettled();
  await app.go("/settings");
  await app.tap("sign-out");
  await app.tap("confirm");
  await app.isOn("welcome");
}

async function enter(app: App, { email, password }: Person): Promise<void> {
  await app.tap("other-way");
  await app.fill(texts.welcome.email, email);
  await app.fill(texts.welcome.password, password);
  await app.tap("sign-in");
}
