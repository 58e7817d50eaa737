import { mdiPencilOutline, mdiStorefrontOutline, mdiTagOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { dayShown } from "../../dates/shown.ts";
import { allEntries } from "../../figures/all-entries.ts";
import { keyOf, type NameKind, type Told, toldBy } from "../../names/told.ts";
import { Screen } from "../../shell/screen.tsx";
import { canWrite } from "../../state/ledgers.ts";
import { useRead } from "../../state/read.ts";
import { texts } from "../../state/texts.ts";
import { IconButton } from "../../ui/button.tsx";
import { Card, Empty } from "../../ui/card.tsx";
import { TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Row } from "../../ui/row.tsx";
import s from "./names.module.css";
import { RenameSheet } from "./rename-sheet.tsx";

export function Payees() {
  return <Names kind="payee" screen="payees" />;
}

export function Tags() {
  return <Names kind="tag" screen="tags" />;
}

const ICONS = { payee: mdiStorefrontOutline, tag: mdiTagOutline } as const;

/** As many as are drawn at once; who has more finds the others by typing. */
const MOST_SHOWN = 200;

/** What entries tell of payees or tags: how often, and when last. Nobody keeps these lists but the entries themselves. */
function Names({ kind, screen }: { readonly kind: NameKind; readonly screen: string }) {
  const t = texts().names;
  const [sought, setSought] = useState("");
  const [chosen, setChosen] = useState<Told | null>(null);
  const entries = useRead((replica) => allEntries(replica), [kind]);
  const all = entries ? toldBy(kind, entries) : [];
  const shown = all.filter(({ key }) => key.includes(keyOf(sought))).slice(0, MOST_SHOWN);
  return (
    <Screen name={screen} title={t.titles[kind]} up="/more">
      {entries && all.length === 0 && <Empty icon={ICONS[kind]} text={t.empty[kind]} />}
      {all.length > 0 && (
        <>
          <TextField label={t.find} type="search" value={sought} onText={setSought} />
          {shown.length === 0 && <p>{t.nothing}</p>}
          {shown.length > 0 && (
            <Card>
              {shown.map((told) => (
                <div key={told.key} class={s.item}>
                  <Row
                    href={`/entries?q=${encodeURIComponent(queryOf(kind, told.name))}`}
                    action="open-entries"
                    lead={<Icon path={ICONS[kind]} />}
                    title={<bdi>{told.name}</bdi>}
                    note={t.used(told.count, dayShown(told.lastUsed))}
                  />
                  {canWrite.value && (
                    <IconButton
                      icon={mdiPencilOutline}
                      label={t.rename(told.name)}
                      action="rename"
                      onClick={() => setChosen(told)}
                    />
                  )}
                </div>
              ))}
            </Card>
          )}
        </>
      )}
      {chosen && entries && (
        <RenameSheet kind={kind} told={chosen} all={all} entries={entries} onClose={() => setChosen(null)} />
      )}
    </Screen>
  );
}

/** As one would type it in the search of entries, whose values have no quotes in them. */
export function queryOf(kind: NameKind, name: string): string {
  const bare = name.replaceAll('"', "");
  return kind === "payee" || /[\s:#]/.test(bare) ? `${kind}:"${bare}"` : `${kind}:${bare}`;
}
