import { expect, it } from "vitest";
import { twinsIn } from "../../src/imports/twins.ts";
import type { WaitingFile } from "../../src/imports/waiting.ts";

const file = (id: string, text: string, ledgerId: string | null = "home"): WaitingFile => ({
  id,
  file: new Blob([text]),
  name: `${id}.csv`,
  addedAt: `2026-11-2${id}T00:00:00Z`,
  userId: "anna",
  ledgerId,
  answers: {},
});

it("the same bytes wait once, whatever the file is called, and the one that was there first stays", async () => {
  expect(await twinsIn([file("3", "a"), file("1", "a"), file("2", "b")])).toEqual(new Map([["3", "1"]]));
  expect(await twinsIn([file("3", ""), file("2", ""), file("1", "")])).toEqual(
    new Map([
      ["2", "1"],
      ["3", "1"],
    ]),
  );
});

it("of another ledger they are another file, and what was shared with the app is of any", async () => {
  expect(await twinsIn([file("1", "a"), file("2", "a", "shop")])).toEqual(new Map());
  expect(await twinsIn([file("1", "a", "shop"), file("2", "a", null)])).toEqual(new Map([["2", "1"]]));
});
