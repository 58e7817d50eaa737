import { mdiAccountPlusOutline, mdiFileImportOutline, mdiReceiptTextPlusOutline } from "@mdi/js";
import { NOBODY, user } from "../../state/device.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Stack } from "../../ui/stack.tsx";
import s from "./first-steps.module.css";

/** How to go on, once there is something to go on with. */
export function NextCard({ onGo }: { readonly onGo: (path: string) => void }) {
  const t = texts().firstSteps.next;
  return (
    <Stack>
      <Button icon={mdiReceiptTextPlusOutline} action="record-first" wide onClick={() => onGo("/new?kind=expense")}>
        {t.record}
      </Button>
      <Button look="outlined" icon={mdiFileImportOutline} action="open-import" wide onClick={() => onGo("/import")}>
        {t.import}
      </Button>
      <Button look="outlined" icon={mdiAccountPlusOutline} action="open-people" wide onClick={() => onGo("/people")}>
        {t.invite}
      </Button>
      {user.value?.id === NOBODY && <p class={s.note}>{t.needsAccount}</p>}
      <Button look="text" action="go-home" wide onClick={() => onGo("/")}>
        {t.home}
      </Button>
    </Stack>
  );
}
