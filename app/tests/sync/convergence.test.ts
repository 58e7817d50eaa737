import { rm } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, it } from "vitest";
import { Device } from "../support/device.ts";
import { Household, startTarget, type Target } from "../support/household.ts";
import { manySchedules } from "../support/many.ts";
import { Run, schedules } from "../support/schedule.ts";

const asked = Number(process.env.MYBUDGET_SCHEDULES ?? 25);

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.stop());
afterAll(() => rm(Device.folder, { recursive: true, force: true }));

describe("devices that edit one ledger at random, lose requests and answers, crash, restart, and change their roles", () => {
  it("end identical to each other and to the server, with every edit done once or in somebody's hands", async () => {
    const { reference } = target;
    if (!reference) return manySchedules(target, asked);
    reference.pageSize = 3;
    const household = await Household.register(target, 3);
    const property = fc.asyncProperty(schedules, async (schedule) => {
      await Run.of(schedule, household);
    });
    await fc.assert(property, { numRuns: asked, ...reproduction() });
  }, 14_400_000);
});

/** A failure says its seed and path; given again by MYBUDGET_SEED and MYBUDGET_PATH it is the same. */
function reproduction() {
  const { MYBUDGET_SEED: seed, MYBUDGET_PATH: path } = process.env;
  return { ...(seed ? { seed: Number(seed) } : {}), ...(path ? { path } : {}) };
}
