import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { acts } from "../support/acts.ts";
import { Household, startTarget, type Target } from "../support/household.ts";
import { insist } from "../support/network.ts";
import { stateAsText } from "../support/state.ts";
import { inChromium } from "./chromium.ts";
import type { Plan, Report } from "./page.ts";

const today = "2026-06-15";
const count = Number(process.env.MYBUDGET_SCHEDULES ?? 2);

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.stop());

it("engines in Chromium, whose page is reloaded in the middle, end identical to each other and to the server", async () => {
  const household = await Household.register(target);
  const seed = Number(process.env.MYBUDGET_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const ledgers: Plan["ledgers"][number][] = [];
  for (const one of fc.sample(acts, { seed, numRuns: count }))
    ledgers.push({ id: await household.createLedger(), acts: one });
  const plan: Plan = { token: (await household.session.token()) ?? "", today, ledgers };
  const report = (await inChromium(target.url, "./page.ts", plan)) as Report;

  expect([seed, report.error, report.reloads]).toEqual([seed, undefined, 1]);
  expect(report.ledgers.map(({ id }) => id)).toEqual(ledgers.map(({ id }) => id));
  for (const { id, states, isClean, keptOverReload } of report.ledgers) {
    const fresh = await household.replica(id);
    await insist(() => fresh.sync());
    expect([seed, isClean, keptOverReload]).toEqual([seed, true, true]);
    const expected = JSON.parse(await stateAsText(fresh, today));
    for (const state of states) expect(JSON.parse(state)).toEqual(expected);
  }
}, 300_000);
