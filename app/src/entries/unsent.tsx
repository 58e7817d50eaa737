import { mdiCloudUploadOutline } from "@mdi/js";
import { unsent } from "../state/sync.ts";
import { texts } from "../state/texts.ts";
import { Icon } from "../ui/icon.tsx";
import s from "./unsent.module.css";

/** Beside an entry that the server does not have yet as it is here. */
export function UnsentChip({ id }: { readonly id: string }) {
  if (!unsent.value.has(id)) return null;
  return (
    <span class={s.chip} data-unsent={id}>
      <Icon path={mdiCloudUploadOutline} class={s.icon} />
      {texts().entries.willBeSent}
    </span>
  );
}
