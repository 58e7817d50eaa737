import { expect, it } from "vitest";
import { faultsOf } from "../../src/screens/sync/faults.ts";
import { refusalsAfter } from "../../src/state/refusals.ts";

const problem = { status: 400, code: "request.invalid", title: "Some values are not valid." };

it("a refusal is told field by field, in the words of each", () => {
  const errors = {
    payee: [{ code: "too-long", message: "At most 200 characters." }],
    "splits[1].amount": [{ code: "zero", message: "A part is not 0." }],
    "": [{ code: "other", message: "Together they are wrong." }],
  };
  expect(faultsOf({ ...problem, errors })).toEqual([
    { field: "payee", message: "At most 200 characters." },
    { field: "splits", message: "A part is not 0." },
    { field: "", message: "Together they are wrong." },
  ]);
});

it("and without fields by what it says of the whole", () => {
  expect(faultsOf({ ...problem, errors: {} })).toEqual([{ field: "", message: problem.title }]);
  expect(faultsOf({ ...problem, detail: "The account is closed." })).toEqual([
    { field: "", message: "The account is closed." },
  ]);
  expect(faultsOf(undefined)).toEqual([]);
});

it.each([400, 403, 409, 413, 422])(
  "all that a ledger sends may be refused with %i, which is told until it is not",
  (status) => {
    const refused = { ok: false, reason: "refused", problem: { ...problem, status, detail: "Too much." } } as const;
    const known = refusalsAfter({ other: "No." }, "home", refused);
    expect(known).toEqual({ other: "No.", home: "Too much." });
    expect(refusalsAfter(known, "home", { ok: true, status: 200, value: null, etag: null })).toEqual({ other: "No." });
    expect(refusalsAfter(known, "home", { ok: false, reason: "offline" })).toEqual({ other: "No." });
  },
);

it.each([404, 426])("%i is told otherwise", (status) => {
  expect(refusalsAfter({}, "home", { ok: false, reason: "refused", problem: { ...problem, status } })).toEqual({});
});
