import {
  mdiAccountAlertOutline,
  mdiAlertCircleOutline,
  mdiCallMerge,
  mdiCellphone,
  mdiCloudCheckOutline,
  mdiCloudOffOutline,
  mdiCloudUploadOutline,
  mdiUpdate,
} from "@mdi/js";
import { isPartial, issues, merged, pending, type SyncState, syncState, whyNotTaken } from "../state/sync.ts";
import { texts } from "../state/texts.ts";
import { Icon } from "../ui/icon.tsx";
import s from "./sync-strip.module.css";

const ICONS: Record<SyncState, string> = {
  local: mdiCellphone,
  signedOut: mdiAccountAlertOutline,
  needsYou: mdiAlertCircleOutline,
  tooOld: mdiUpdate,
  offline: mdiCloudOffOutline,
  loading: mdiUpdate,
  sending: mdiCloudUploadOutline,
  upToDate: mdiCloudCheckOutline,
};

/** How what is here stands to what the server has, always in sight. */
export function SyncStrip() {
  const state = syncState.value;
  const t = texts().sync;
  const isMerged = state === "upToDate" && merged.value > 0;
  const said: Record<SyncState, string> = {
    local: t.local,
    signedOut: pending.value > 0 ? t.signedOutWith(pending.value) : t.signedOut,
    needsYou: whyNotTaken.value ?? t.needsYou(Math.max(1, issues.value)),
    tooOld: t.tooOld,
    offline: pending.value > 0 ? t.offlineWith(pending.value) : isPartial.value ? t.offlinePartly : t.offline,
    loading: t.loading,
    sending: t.toSend(pending.value),
    upToDate: isMerged ? t.merged(merged.value) : t.upToDate,
  };
  return (
    <a
      class={`${s.strip} ${s[state]}`}
      href={state === "signedOut" ? "/sign-in" : "/sync"}
      data-action="go-sync"
      data-sync={state}
      data-pending={pending.value}
      data-merged={merged.value}
    >
      <Icon path={isMerged ? mdiCallMerge : ICONS[state]} class={s.icon} />
      <span>{said[state]}</span>
    </a>
  );
}
