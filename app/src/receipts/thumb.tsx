import { mdiAlertCircleOutline, mdiCloudUploadOutline, mdiFileDocumentOutline, mdiImageOutline } from "@mdi/js";
import { NOBODY, user } from "../state/device.ts";
import { texts } from "../state/texts.ts";
import { Icon } from "../ui/icon.tsx";
import { isSeen, useContent } from "./content.ts";
import s from "./receipts.module.css";
import type { ShownReceipt } from "./shown.ts";

interface ThumbProps {
  readonly receipt: ShownReceipt;
  readonly entryId: string | null;
  readonly onOpen: () => void;
}

/** A receipt, small; a tap shows it whole. */
export function Thumb({ receipt, entryId, onOpen }: ThumbProps) {
  const t = texts().receipts;
  const { name, kept } = receipt;
  const isRefused = typeof kept?.refused === "string";
  const waits = !receipt.isOnServer && entryId !== null && !isRefused;
  const { url } = useContent(receipt, entryId);
  return (
    <button
      type="button"
      class={s.thumb}
      data-action="open-receipt"
      data-waits={waits ? "" : undefined}
      aria-label={[name, waits ? (user.value?.id === NOBODY ? t.onlyHere : t.waits) : isRefused ? t.refusedShort : ""]
        .filter(Boolean)
        .join(", ")}
      title={name}
      onClick={onOpen}
    >
      {url && isSeen(receipt) ? (
        <img class={s.small} src={url} alt="" />
      ) : (
        <Icon path={isSeen(receipt) ? mdiImageOutline : mdiFileDocumentOutline} />
      )}
      {(waits || isRefused) && (
        <span class={`${s.mark} ${isRefused ? s.refused : ""}`}>
          <Icon path={isRefused ? mdiAlertCircleOutline : mdiCloudUploadOutline} />
        </span>
      )}
    </button>
  );
}
