import { lazyPart } from "../../shell/lazy-screen.ts";

/** Few entries have parts, so what divides one comes when it is needed. */
export const SplitEditor = lazyPart(async () => (await import("./split-editor.tsx")).SplitEditor);
