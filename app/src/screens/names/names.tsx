import { mdiPencilOutline, mdiStorefrontOutline, mdiTagOutline } from "@mdi/js";
import { useEffect, useMemo, useState } from "preact/hooks";
import { dayInText } from "../../dates/shown.ts";
import { listed, NAME_ORDERS, type NameKind, type NameOrder, toldBy } from "../../names/told.ts";
import { written } from "../../search/tokens.ts";
import { Screen } from "../../shell/screen.tsx";
import { canWrite } from "../../state/ledgers.ts";
import { lines, watchLines } from "../../state/lines.ts";
import { remembered } from "../../state/remembered.ts";
import { locale } from "../../state/settings.ts";
import { texts } from "../../state/texts.ts";
import { Button, Chip, IconButton } from "../../ui/button.tsx";
import { Card, Empty } from "../../ui/card.tsx";
import { TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Row } from "../../ui/row.tsx";
import { Flow } from "../../ui/stack.tsx";
import s from "./names.module.css";
import { RenameSheet } from "./rename-sheet.tsx";

export function Payees() {
  return <Names kind="payee" screen="payees" />;
}

export function Tags() {
  return <Names kind="tag" screen="tags" />;
}

const ICONS = { payee: mdiStorefrontOutline, tag: mdiTagOutline } as const;
const PAGE = 100;

const order = remembered<NameOrder>("name-order", "most");

/** What entries tell of payees or tags: how often, and when last. Nobody keeps these lists but the entries themselves. */
function Names({ kind, screen }: { readonly kind: NameKind; readonly screen: string }) {
  const t = texts().names;
  const [sought, setSought] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [count, setCount] = useState(PAGE);
  useEffect(watchLines, []);
  const entries = lines.value?.all;
  const isWhole = lines.value?.isWhole === true;
  const all = useMemo(() => toldBy(kind, entries ?? []), [kind, entries]);
  const found = useMemo(() => listed(all, sought, order.value, locale.value), [all, sought, order.value, locale.value]);
  const told = all.find(({ key }) => key === chosen);
  return (
    <Screen name={screen} title={t.titles[kind]} up="/more">
      {isWhole && all.length === 0 && <Empty icon={ICONS[kind]} text={t.empty[kind]} />}
      {all.length > 0 && (
        <>
          <TextField
            label={t.find}
            type="search"
            value={sought}
            autocapitalize="none"
            enterkeyhint="search"
            onText={(text) => {
              setSought(text);
              setCount(PAGE);
            }}
          />
          <fieldset class={s.orders} aria-label={t.order}>
            <Flow>
              {NAME_ORDERS.map((one) => (
                <Chip
                  key={one}
                  action={`order-${one}`}
                  selected={one === order.value}
                  onClick={() => {
                    order.value = one;
                  }}
                >
                  {t.orders[one]}
                </Chip>
              ))}
            </Flow>
          </fieldset>
          {!isWhole && <p role="status">{t.counting}</p>}
          {found.length === 0 && <p role="status">{t.nothing}</p>}
          {found.length > 0 && (
            <Card>
              {found.slice(0, count).map(({ key, name, count: times, lastUsed }) => (
                <div key={key} class={s.item}>
                  <Row
                    href={`/entries?${new URLSearchParams({ q: written(kind, name) })}`}
                    action="open-entries"
                    lead={<Icon path={ICONS[kind]} />}
                    title={<bdi>{name}</bdi>}
                    note={<span data-count={times}>{t.used(times, dayInText(lastUsed))}</span>}
                  />
                  {canWrite.value && (
                    <IconButton
                      icon={mdiPencilOutline}
                      label={t.rename(name)}
                      action="rename"
                      onClick={() => setChosen(key)}
                    />
                  )}
                </div>
              ))}
              {found.length > count && (
                <Button look="text" action="show-more" wide onClick={() => setCount(count + PAGE)}>
                  {t.more(Math.min(PAGE, found.length - count), found.length - count)}
                </Button>
              )}
            </Card>
          )}
        </>
      )}
      {told && entries && isWhole && (
        <RenameSheet
          key={told.key}
          kind={kind}
          told={told}
          all={all}
          entries={entries}
          onClose={() => setChosen(null)}
        />
      )}
    </Screen>
  );
}
