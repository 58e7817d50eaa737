import { useEffect, useRef, useState } from "preact/hooks";
import type { Replica } from "../replica/index.ts";
import { report } from "./faults.ts";
import { current, type OpenLedger } from "./ledgers.ts";

/**
 * What a screen reads from the copy of its ledger: undefined until it is read, then always the newest, read again after whatever was
 * written. One reading at a time, so that a long download does not pile them up; what is shown stays until the next is there.
 */
export function useRead<T>(read: (replica: Replica) => Promise<T>, inputs: readonly unknown[] = []): T | undefined {
  const ledger = current.value;
  const written = ledger?.written.value;
  const [value, setValue] = useState<{ ledger: OpenLedger; inputs: readonly unknown[]; value: T }>();
  const latest = useRef(read);
  latest.current = read;
  const loop = useRef<{ again: boolean } | null>(null);
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
    },
    [],
  );
  useEffect(() => {
    if (loop.current) {
      loop.current.again = true;
      return;
    }
    void (async () => {
      const round = { again: true };
      loop.current = round;
      while (round.again && !isGone.current) {
        round.again = false;
        const from = current.peek();
        if (!from) break;
        const asked = inputsNow.current;
        const found = await latest.current(from.replica);
        if (current.peek() === from && !isGone.current) setValue({ ledger: from, inputs: asked, value: found });
      }
    })()
      // What is shown stays; why it is no longer the newest is said.
      .catch((error) => report(error, "corrupt"))
      .finally(() => {
        loop.current = null;
      });
  }, [ledger, written, ...inputs]);
  const inputsNow = useRef(inputs);
  inputsNow.current = inputs;
  const isCurrent = value !== undefined && value.ledger === ledger;
  return isCurrent ? value.value : undefined;
}
