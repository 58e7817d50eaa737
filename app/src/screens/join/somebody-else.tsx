import { user } from "../../state/device.ts";
import { joinCode } from "../../state/join.ts";
import { switchTo } from "../../state/switch.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Stack } from "../../ui/stack.tsx";

/** An invitation is for one address, and whoever opened it may have several. The code is kept until they are signed in by another. */
export function SomebodyElse({ code }: { readonly code: string | null }) {
  const t = texts().joining;
  const go = () => {
    joinCode.value = code;
    switchTo(null);
  };
  return (
    <Stack>
      <p>{t.signedInAs(user.value?.email ?? "")}</p>
      <div>
        <Button look="outlined" action="sign-in-as-another" onClick={go}>
          {t.asAnother}
        </Button>
      </div>
    </Stack>
  );
}
