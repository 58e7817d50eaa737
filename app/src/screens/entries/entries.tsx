import { mdiFormatListBulleted } from "@mdi/js";
import { Screen } from "../../shell/screen.tsx";
import { texts } from "../../state/texts.ts";
import { Empty } from "../../ui/card.tsx";
import { EntryList } from "./entry-list.tsx";

/** Every entry of the ledger, newest first. */
export function Entries() {
  const t = texts().entries;
  return (
    <Screen name="entries" title={t.title}>
      <EntryList empty={<Empty icon={mdiFormatListBulleted} text={t.empty} />} />
    </Screen>
  );
}
