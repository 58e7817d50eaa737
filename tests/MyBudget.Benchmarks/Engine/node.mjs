// Measures the engine on its store in a file: node BUNDLE, with what is asked for in the environment.
import { FileStore } from "../../../app/src/replica/store/file.ts";
import { measure } from "./measure.mjs";

function heap() {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

const { path, ...asked } = JSON.parse(process.env.ASKED);
console.log(JSON.stringify(await measure(await FileStore.open(path), asked, heap)));
