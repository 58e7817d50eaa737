import { mdiContentCopy, mdiShareVariantOutline } from "@mdi/js";
import { useState } from "preact/hooks";
import { timeShown } from "../../dates/shown.ts";
import { type Failure, newId, realSurroundings } from "../../replica/index.ts";
import { lazyPart } from "../../shell/lazy-screen.ts";
import { ledger } from "../../state/device.ts";
import { ask, ofLedger, type Schemas, useServer } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/failed.tsx";
import { useOnce } from "../../ui/once.ts";
import { Flow, Stack } from "../../ui/stack.tsx";
import s from "./people.module.css";

const Qr = lazyPart(async () => (await import("../../ui/qr.tsx")).Qr);

/** Links by which others ask to join: as words, to share, and to scan. */
export function JoinLinks() {
  const t = texts().people;
  const { value, reload } = useServer<{ items: readonly Schemas["JoinLinkView"][] }>(ofLedger("join-links"));
  const [failure, setFailure] = useState<Failure | null>(null);
  const make = useOnce(async () => {
    const answer = await ask({ method: "POST", path: ofLedger("join-links"), body: { id: newId(realSurroundings) } });
    setFailure(answer.ok ? null : answer);
    reload();
  });
  const withdraw = useOnce(async (id: string) => {
    const answer = await ask({ method: "DELETE", path: ofLedger(`join-links/${id}`) });
    setFailure(answer.ok ? null : answer);
    if (answer.ok) say({ text: t.withdrawn });
    reload();
  });
  return (
    <Card title={t.link}>
      <Stack>
        <p class={s.hint}>{t.linkHint}</p>
        {failure && <Failed failure={failure} />}
        {value?.items.map(({ id, code, expiresAt }) => (
          <div key={id} class={s.code}>
            {code == null ? <p>{t.noCode}</p> : <Link code={code} />}
            <Flow>
              <p class={s.hint}>{t.until(timeShown(expiresAt))}</p>
              <Button look="text" action="withdraw-link" onClick={() => void withdraw(id)}>
                {t.withdraw}
              </Button>
            </Flow>
          </div>
        ))}
        <Button look="tonal" action="make-link" onClick={() => void make()}>
          {t.makeLink}
        </Button>
      </Stack>
    </Card>
  );
}

function Link({ code }: { readonly code: string }) {
  const t = texts().people;
  const link = `${location.origin}/join/${encodeURIComponent(code)}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    say({ text: t.copied });
  };
  const share = () => void navigator.share({ text: t.shareText(ledger.value?.name ?? ""), url: link }).catch(() => {});
  return (
    <>
      <Qr text={link} label={t.qr} />
      <bdi class={s.link}>{link}</bdi>
      <Flow>
        <Button look="outlined" icon={mdiContentCopy} action="copy-link" onClick={() => void copy()}>
          {t.copy}
        </Button>
        {"share" in navigator && (
          <Button look="outlined" icon={mdiShareVariantOutline} action="share-link" onClick={share}>
            {t.share}
          </Button>
        )}
      </Flow>
    </>
  );
}
