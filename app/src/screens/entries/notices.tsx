import { NOBODY, user } from "../../state/device.ts";
import { useRead } from "../../state/read.ts";
import { syncNow } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import s from "./entries.module.css";

/** Says so where the device does not have everything yet. */
export function Partly() {
  const t = texts().entries;
  const progress = useRead((replica) => replica.progress());
  if (!progress || progress.complete || progress.gone || user.value?.id === NOBODY) return null;
  return (
    <div class={s.partly} role="status">
      <p>{t.partly}</p>
      <Button look="text" action="sync-now" onClick={() => void syncNow()}>
        {t.partlyLoad}
      </Button>
    </div>
  );
}
