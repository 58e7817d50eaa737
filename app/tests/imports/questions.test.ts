import { describe, expect, it } from "vitest";
import { questionIn, withMapping } from "../../src/imports/questions.ts";
import { sampleOf } from "../../src/imports/table.ts";

const sample = sampleOf(
  'Bank\n"Date";"Kind";"Sum";"Text"\n03/07/2026;Af;12,50;"Shop; more"\n04/07/2026;Bij;7,00;Work\n',
);
const direction = (candidates: string[], of = sample) =>
  questionIn({ code: "imports.direction-needed", status: 422, candidates }, of);

describe("a question in a refusal", () => {
  it("is a choice of signs", () => {
    expect(direction(["false", "true"])).toEqual({ kind: "signs" });
  });

  it("is which words mean money out, in the column where they stand", () => {
    expect(direction(["Af", "Bij"])).toEqual({ kind: "words", column: "Kind", isMark: false, words: ["Af", "Bij"] });
  });

  it("is about marks where they are part of the amounts", () => {
    const marked = sampleOf("Day,Amount\n1,10.00 CR\n2,12.00\n");
    expect(direction(["CR"], marked)).toEqual({ kind: "words", column: "Amount", isMark: true, words: ["CR"] });
  });

  it("is which column is money out", () => {
    expect(direction(["Kind", "Sum"])).toEqual({ kind: "outColumn", columns: ["Kind", "Sum"] });
    expect(direction(["2", "3"])).toEqual({ kind: "outColumn", columns: ["2", "3"] });
  });

  it("is what the account held before", () => {
    expect(direction(["112.50", "87.50"])).toEqual({ kind: "opening", balances: ["112.50", "87.50"] });
  });

  it("tells a column of fees from columns in general", () => {
    const asked = (candidates: string[]) =>
      questionIn({ code: "imports.layout-needed", status: 422, candidates }, sample);
    expect(asked(["Charge", "none"])).toEqual({ kind: "fee", columns: ["Charge"] });
    expect(asked(["Date", "Sum"])).toEqual({ kind: "columns", names: ["Date", "Sum"] });
  });

  it("is none where nothing can be answered", () => {
    expect(questionIn({ code: "imports.unknown-format", status: 422 }, sample)).toBeNull();
  });
});

describe("the sample of a table", () => {
  it("leaves out what stands before it, and reads quotes", () => {
    expect(sample.headers).toEqual(["Date", "Kind", "Sum", "Text"]);
    expect(sample.rows[0]).toEqual(["03/07/2026", "Af", "12,50", "Shop; more"]);
  });
});

it("forgets what was decided about rows once the file is read otherwise", () => {
  const answers = withMapping(
    { accountId: "a", mapping: { date: "Day" }, rows: { 1: "skip" } },
    { dateFormat: "d/M/yyyy" },
  );
  expect(answers).toEqual({ accountId: "a", mapping: { date: "Day", dateFormat: "d/M/yyyy" } });
});
