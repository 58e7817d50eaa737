import { mdiBellCheckOutline, mdiDeleteOutline } from "@mdi/js";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { withoutAmounts } from "../../amounts/hidden.ts";
import { withAmountsIn } from "../../amounts/in-words.ts";
import { timeShown } from "../../dates/shown.ts";
import { showLedger } from "../../push/arrive.ts";
import type { Failure } from "../../replica/index.ts";
import { countUnread, unread } from "../../state/inbox.ts";
import { ask, type Schemas, useServer } from "../../state/server.ts";
import { hidesAmounts, locale } from "../../state/settings.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Unseen } from "../../ui/unseen.tsx";
import s from "./notifications.module.css";
import { targetOf } from "./target.ts";

type Page = Schemas["PageOfNotificationView"];
type Notice = Schemas["NotificationView"];

export function Inbox() {
  const t = texts().notifications;
  const { value, failure, reload } = useServer<Page>("notifications?limit=50");
  const [earlier, setEarlier] = useState<readonly Page[]>([]);
  const [refused, setRefused] = useState<Failure | null>(null);
  // Something came in while this is looked at.
  useEffect(reload, [unread.value]);
  const pages = value ? [value, ...earlier] : [];
  const items = pages.flatMap((page) => page.items);
  const next = pages.at(-1)?.nextCursor;
  const done = async (asked: Parameters<typeof ask>[0], said?: string) => {
    const answer = await ask(asked);
    setRefused(answer.ok ? null : answer);
    if (!answer.ok) return;
    if (said) say({ text: said });
    reload();
    void countUnread();
  };
  const readAll = () =>
    done({ method: "POST", path: "notifications/read-all", body: items[0] ? { upTo: items[0].id } : {} });
  const more = async () => {
    const answer = await ask<Page>({
      method: "GET",
      path: `notifications?limit=50&cursor=${encodeURIComponent(next ?? "")}`,
    });
    setRefused(answer.ok ? null : answer);
    if (answer.ok) setEarlier([...earlier, answer.value]);
  };
  return (
    <>
      {(refused ?? failure) && <Failed failure={(refused ?? failure) as Failure} onAgain={reload} />}
      {value && items.length === 0 && <Empty icon={mdiBellCheckOutline} text={t.empty} />}
      {items.some(({ readAt }) => readAt == null) && (
        <div>
          <Button look="text" action="read-all" onClick={() => void readAll()}>
            {t.readAll}
          </Button>
        </div>
      )}
      <ul>
        {items.map((notice) => (
          <li key={notice.id}>
            <Entry
              notice={notice}
              onRead={() => void done({ method: "PUT", path: `notifications/${notice.id}/read` })}
              onDelete={() => void done({ method: "DELETE", path: `notifications/${notice.id}` }, t.deleted)}
            />
          </li>
        ))}
      </ul>
      {next && (
        <Button look="text" action="more" onClick={() => void more()}>
          {t.more}
        </Button>
      )}
    </>
  );
}

interface EntryProps {
  readonly notice: Notice;
  readonly onRead: () => void;
  readonly onDelete: () => void;
}

function Entry({ notice, onRead, onDelete }: EntryProps) {
  const t = texts().notifications;
  const { route } = useLocation();
  const target = targetOf(notice);
  const isUnread = notice.readAt == null;
  const words = (text: string) => (hidesAmounts.value ? withoutAmounts(text) : withAmountsIn(text, locale.value));
  const open = () => {
    if (isUnread) onRead();
    // Not of an invitation: that ledger is not the user's yet.
    if (target?.to !== "invitation") showLedger(notice.ledgerId);
    if (target) route(target.href);
  };
  return (
    <article class={`${s.notice} ${isUnread ? s.unread : ""}`} data-unread={isUnread}>
      <div class={s.head}>
        <span class={s.dot} aria-hidden="true" />
        <div class={s.words}>
          <h2 class={s.title}>
            {words(notice.title)}
            {isUnread && <Unseen>, {t.isUnread}</Unseen>}
          </h2>
          {notice.body && <p>{words(notice.body)}</p>}
          <p class={s.hint}>{timeShown(notice.createdAt)}</p>
        </div>
        <IconButton icon={mdiDeleteOutline} label={t.delete} action="delete-notice" onClick={onDelete} />
      </div>
      {target && (
        <div>
          <Button look="tonal" action={`open-${target.to}`} onClick={open}>
            {t.open[target.to]}
          </Button>
        </div>
      )}
    </article>
  );
}
