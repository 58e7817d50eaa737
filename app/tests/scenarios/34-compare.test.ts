import { expect, it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("a copy that is not as the server has it is found and read anew, whoever asks", async () => {
  const anna = await Person.registered();
  const ledger = await anna.ledger();
  const { id } = await ledger.record({ date: "2026-01-05", amount: -700, payee: "Bakery" });
  await anna.ask({ method: "PATCH", path: `${ledger.path}/transactions/${id}`, body: { note: "for two" } });
  const app = await stage.device();
  await anna.enter(app);
  const t = texts.syncCentre.compare;
  await app.tap("go-sync");
  await app.tap("compare");
  await app.page.getByText(t.equal).waitFor();

  await app.page.evaluate(spoil, `transaction/${id}`);
  await app.tap("compare");
  await app.page.getByText(t.repaired).waitFor();
  await app.tap("compare");
  await app.page.getByText(t.equal).waitFor();
  await app.go(`/entries/${id}`);
  expect(await app.screen("entry").locator("[name=note]").inputValue()).toBe("for two");
});

/** A row as it was before the last change, as if that had been lost. */
async function spoil(key: string): Promise<void> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
  const opening = indexedDB.open(names.find((name) => /^mybudget-.+-.+-/.test(name)) ?? "");
  const db = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const transaction = db.transaction("entities", "readwrite");
  const rows = transaction.objectStore("entities");
  const reading = rows.get(key);
  reading.onsuccess = () => {
    const { data, ...row } = reading.result;
    rows.put({ ...row, version: 1, data: { ...data, version: 1, note: "lost" } });
  };
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve();
  });
  db.close();
}
