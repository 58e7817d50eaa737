import { useEffect, useState } from "preact/hooks";
import { receiptsChanged } from "./counted.ts";
import type { ShownReceipt } from "./shown.ts";

/** Reads receipts again after each change of those on this device, and when what they are of is another. */
export function useShown(read: () => Promise<readonly ShownReceipt[]>, of: string): readonly ShownReceipt[] {
  const [all, setAll] = useState<readonly ShownReceipt[]>([]);
  useEffect(() => {
    let isGone = false;
    void read().then((found) => {
      if (!isGone) setAll(found);
    });
    return () => {
      isGone = true;
    };
  }, [of, receiptsChanged.value]);
  return all;
}
