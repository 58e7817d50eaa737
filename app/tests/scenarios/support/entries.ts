import { texts } from "../../../src/texts/en/index.ts";
import type { App } from "./app.ts";

/** What several scenarios do by the app's own screens. */
export async function addExpense(app: App, amount: string, category?: string): Promise<void> {
  await app.tap("add");
  await app.isOn("new");
  await app.keys(amount);
  if (category !== undefined) await app.tap("category", category);
  await app.tap("save");
  await app.screen("new").waitFor({ state: "detached" });
}

/** Opens the entry in the list that has this text. */
export async function openEntry(app: App, text: string): Promise<void> {
  await app.tap("go-entries");
  await app.tap("open-entry", text);
  await app.isOn("entry");
}

/** Changes fields of the entry on the screen and saves it. */
export async function changeEntry(
  app: App,
  { note, category, amount }: { note?: string; category?: string; amount?: string },
): Promise<void> {
  const form = app.screen("entry");
  if (note !== undefined) await form.locator("[name=note]").fill(note);
  if (amount !== undefined) await form.locator("[name=amount]").fill(amount);
  if (category !== undefined) {
    const choice = form.getByLabel(texts.entry.category).first();
    const value = await choice.locator("option").filter({ hasText: category }).first().getAttribute("value");
    await choice.selectOption(value);
  }
  await app.tap("save");
  // It is only there while something is changed.
  await form.locator("[data-action=save]").waitFor({ state: "detached" });
}

/** Begins without an account, past the first steps. */
export async function beginLocally(app: App, formats?: string, currency?: string): Promise<void> {
  if ((await app.screen("first-steps").count()) === 0) {
    await app.open();
    await app.tap("without-account");
    await app.isOn("first-steps");
  }
  if (currency !== undefined) await app.page.locator("select[name=currency]").selectOption(currency);
  if (formats !== undefined) await app.page.locator("select[name=formats]").selectOption(formats);
  for (let card = 0; card < 3; card++) await app.tap("next");
  await app.screen("first-steps").locator("[data-action=go-home]").click();
  await app.isOn("home");
}
