// Writes and tells what it has written, until it is killed: node writer.mjs FILE
import { FileStore } from "../../dist/replica/store/file.js";

const store = await FileStore.open(process.argv[2]);
const known = await store.read((tables) => tables.get("meta", "count"));
for (let count = (known?.value ?? 0) + 1; ; count++) {
  await store.write("strict", async (tables) => {
    tables.put("meta", { key: "count", value: count });
    tables.put("meta", { key: "filling", value: "x".repeat(100_000) });
    tables.put("meta", { key: "copy", value: count });
  });
  console.log(count);
}
