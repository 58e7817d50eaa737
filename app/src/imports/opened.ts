import { newId, realSurroundings } from "../replica/index.ts";
import { keepFile } from "./waiting.ts";

interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

/** Files that the system opens with the app are kept like those that are chosen, and the first is shown. */
export function takeOpenedFiles(): void {
  const queue = (globalThis as { launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer(({ files }) => void take(files));
}

async function take(handles: readonly FileSystemFileHandle[]): Promise<void> {
  let first: string | undefined;
  for (const handle of handles) {
    const file = await handle.getFile();
    const id = newId(realSurroundings);
    const addedAt = new Date().toISOString();
    await keepFile({ id, file, name: file.name, addedAt, userId: null, ledgerId: null, answers: {} });
    first ??= id;
  }
  if (first !== undefined) location.assign(`/import?file=${first}`);
}
