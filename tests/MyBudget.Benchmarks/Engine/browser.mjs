// The page that measures the engine on IndexedDB, and tells whoever served it what came out.
import { IndexedDbStore } from "../../../app/src/replica/store/indexeddb.ts";
import { measure } from "./measure.mjs";

function heap() {
  globalThis.gc?.();
  return performance.memory.usedJSHeapSize;
}

try {
  const asked = await (await fetch("/asked")).json();
  const figures = await measure(await IndexedDbStore.open("bench"), asked, heap);
  await fetch("/figures", { method: "POST", body: JSON.stringify(figures) });
} catch (error) {
  await fetch("/figures", { method: "POST", body: JSON.stringify({ error: `${error.stack ?? error}` }) });
}
