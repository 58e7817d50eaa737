import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, readFile, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { FileStore } from "../../src/replica/store/file.ts";

const place = async () => join(await mkdtemp(join(tmpdir(), "store-")), "ledger");
const put = (store: FileStore, key: string, value: unknown) =>
  store.write("strict", async (tables) => tables.put("meta", { key, value }));

describe("the file store", () => {
  it("does not read a write that a crash cut off, and goes on behind the last whole one", async () => {
    const path = await place();
    const store = await FileStore.open(path);
    await put(store, "a", 1);
    await put(store, "b", 2);
    await store.close();
    await truncate(path, (await stat(path)).size - 3);

    const after = await FileStore.open(path);
    expect(await after.read((tables) => tables.range("meta"))).toEqual([{ key: "a", value: 1 }]);
    await put(after, "c", 3);
    await after.close();
    const again = await FileStore.open(path);
    expect((await again.read((tables) => tables.range("meta"))).map(({ key }) => key)).toEqual(["a", "c"]);
    await again.close();
  });

  it("refuses a file that is not its own rather than write into it", async () => {
    const path = await place();
    await appendFile(path, "something else\n");
    await expect(FileStore.open(path)).rejects.toThrow();
    expect(await readFile(path, "utf8")).toBe("something else\n");
  });

  it("is written anew once most of it is of the past", async () => {
    const path = await place();
    const store = await FileStore.open(path);
    const value = "x".repeat(1_000_000);
    for (let count = 0; count < 20; count++) await put(store, "a", value + count);
    await put(store, "b", 1);
    expect((await stat(path)).size).toBeLessThan(10_000_000);
    await store.close();
    const after = await FileStore.open(path);
    expect(await after.read((tables) => tables.get("meta", "a"))).toEqual({ key: "a", value: `${value}19` });
    expect(await after.read((tables) => tables.get("meta", "b"))).toEqual({ key: "b", value: 1 });
    await after.close();
  });

  it("has each write that it said was done after kill -9", async () => {
    const path = await place();
    for (let round = 0; round < 3; round++) {
      const writer = spawn(process.execPath, [new URL("writer.mjs", import.meta.url).pathname, path], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const told = await lastOf(writer, 20 + 7 * round);
      const store = await FileStore.open(path);
      const kept = await store.read((tables) => tables.get("meta", "count"));
      const copies = await store.read((tables) => tables.get("meta", "copy"));
      expect(kept?.value).toBeGreaterThanOrEqual(told);
      // Both of one write, or none.
      expect(copies?.value).toBe(kept?.value);
      await store.close();
    }
  });
});

/** The last number that the writer said before it was killed. */
async function lastOf(writer: ChildProcess, enough: number): Promise<number> {
  let [last, lines] = [0, 0];
  for await (const line of createInterface({ input: writer.stdout! })) {
    last = Number(line);
    if (++lines === enough) writer.kill("SIGKILL");
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, "exit");
  return last;
}
