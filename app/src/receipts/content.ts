import { useEffect, useState } from "preact/hooks";
import { reach } from "../state/connection.ts";
import { contentOf, type ShownReceipt } from "./shown.ts";

/** It can be drawn; a PDF is opened elsewhere. */
export function isSeen({ type }: Pick<ShownReceipt, "type">): boolean {
  return type.startsWith("image/");
}

export interface Content {
  /** Null until it is there. */
  readonly file: Blob | null;
  readonly url: string | null;
  /** It is not on this device, and the server could not be asked. */
  readonly isAway: boolean;
}

/** What is in a receipt; asked for again once the server can be reached. */
export function useContent(receipt: ShownReceipt, entryId: string | null): Content {
  const [content, setContent] = useState<Content>({ file: null, url: null, isAway: false });
  const isReached = reach.value === "reached";
  useEffect(() => {
    let url: string | null = null;
    let isGone = false;
    void contentOf(receipt, entryId ?? "").then((file) => {
      if (isGone) return;
      url = file && URL.createObjectURL(file);
      setContent({ file, url, isAway: file === null });
    });
    return () => {
      isGone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [receipt.id, content.isAway && isReached ? "again" : ""]);
  return content;
}
