import { mdiTranslate } from "@mdi/js";
import { language } from "../../state/settings.ts";
import { speak } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";

/** Each language by its own name, for who does not know the one on the screen. */
export function Languages() {
  const other = language.value === "en" ? "ru" : "en";
  return (
    <Button look="text" icon={mdiTranslate} action="language" lang={other} onClick={() => void speak(other)}>
      {other === "ru" ? "Русский" : "English"}
    </Button>
  );
}
