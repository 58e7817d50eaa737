import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../../replica/index.ts";
import { Screen } from "../../shell/screen.tsx";
import { changeUser, NOBODY, user } from "../../state/device.ts";
import { joinCode, joinCodeIn } from "../../state/join.ts";
import { ask, codeOf, type Schemas, whyNot } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { refreshLedgers } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Failed } from "../../ui/failed.tsx";
import { TextField } from "../../ui/field.tsx";
import { Note } from "../../ui/note.tsx";
import { Flow, Stack } from "../../ui/stack.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { ConfirmAddress } from "../profile/confirm-address.tsx";
import { EnterCode } from "./enter-code.tsx";
import { SomebodyElse } from "./somebody-else.tsx";

type Offer =
  | { readonly by: "link"; readonly offer: Schemas["JoinOffer"] }
  | { readonly by: "invitation"; readonly offer: Schemas["ReceivedInvitation"] };

/** What a code leads to, and the answer to it. The code is a link's or an invitation's, which its bearer need not know. */
export function Join() {
  const t = texts().joining;
  const { route, path } = useLocation();
  const code = joinCodeIn(path) ?? joinCode.value;
  const [offer, setOffer] = useState<Offer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [message, setMessage] = useState("");
  const [isAsked, setAsked] = useState(false);
  const [round, setRound] = useState(0);
  const isAlone = user.value?.id === NOBODY;
  useEffect(() => {
    setOffer(null);
    setFailure(null);
    if (!code || isAlone) return;
    void lookUp(code).then((found) => {
      if ("by" in found) setOffer(found);
      setFailure("by" in found ? null : found);
    });
  }, [code, isAlone, round]);

  const leave = () => {
    joinCode.value = null;
    // The first page, or the first steps of who has no ledger yet.
    route("/", true);
  };
  const answer = async (way: "ask" | "accept" | "decline") => {
    if (!code) return;
    const at = `invitations/${encodeURIComponent(code)}`;
    const said =
      way === "ask"
        ? await ask({ method: "POST", path: "join-requests", body: { code, ...(message ? { message } : {}) } })
        : way === "accept"
          ? await ask<Schemas["LedgerView"]>({ method: "POST", path: `${at}/acceptance` })
          : await ask({ method: "DELETE", path: at });
    setFailure(said.ok ? null : said);
    if (!said.ok) return;
    if (way === "ask") return setAsked(true);
    if (way === "decline") say({ text: t.declined });
    else {
      await refreshLedgers();
      if (user.value) changeUser(user.value.id, { ledgerId: (said.value as Schemas["LedgerView"]).id });
    }
    leave();
  };
  const isUnconfirmed = failure?.reason === "refused" && /confirm|verified/.test(failure.problem.code);
  const isUnknown = failure?.reason === "refused" && failure.problem.status === 404;
  const isForAnother = codeOf(failure) === "ledgers.invitation-for-another";
  return (
    <Screen name="join" title={t.title}>
      <Stack>
        {isAlone && (
          <Note>
            <p>{t.needsAccount}</p>
            <TextLink href="/sign-in" action="open-sign-in">
              {texts().server.signIn}
            </TextLink>
          </Note>
        )}
        {!isAlone && code === null && <EnterCode />}
        {!isAlone && code !== null && !offer && !failure && <p>{t.looking}</p>}
        {offer && <p>{wordsOf(offer)}</p>}
        {offer?.by === "link" && !isAsked && (
          <>
            <p>{t.linkHint}</p>
            <TextField label={t.message} value={message} maxLength={200} onText={setMessage} />
          </>
        )}
        {isAsked && offer && <Note look="good">{t.askedFor(offer.offer.ledger)}</Note>}
        {isUnknown && <Note look="warning">{t.unknown}</Note>}
        {isForAnother && failure && <Note look="warning">{whyNot(failure)}</Note>}
        {(isUnknown || isForAnother) && <SomebodyElse code={code} />}
        {isUnconfirmed && <Note look="warning">{whyNot(failure)}</Note>}
        {failure && !isUnknown && !isForAnother && !isUnconfirmed && (
          <Failed failure={failure} onAgain={() => setRound(round + 1)} />
        )}
        {isUnconfirmed && (
          <ConfirmAddress onConfirmed={() => (offer?.by === "link" ? void answer("ask") : setRound(round + 1))} />
        )}
        <Flow>
          {offer?.by === "link" && !isAsked && (
            <Button action="ask-to-join" onClick={() => void answer("ask")}>
              {t.ask}
            </Button>
          )}
          {offer?.by === "invitation" && (
            <>
              <Button action="accept-invitation" onClick={() => void answer("accept")}>
                {t.accept}
              </Button>
              <Button look="outlined" action="decline-invitation" onClick={() => void answer("decline")}>
                {t.decline}
              </Button>
            </>
          )}
          <Button look="text" action="leave-join" onClick={leave}>
            {isAsked || isUnknown ? t.goOn : t.later}
          </Button>
        </Flow>
      </Stack>
    </Screen>
  );
}

async function lookUp(code: string): Promise<Offer | Failure> {
  const link = await ask<Schemas["JoinOffer"]>({ method: "POST", path: "join-links/lookup", body: { code } });
  if (link.ok) return { by: "link", offer: link.value };
  if (link.reason !== "refused" || (link.problem.status !== 404 && link.problem.status !== 400)) return link;
  const path = `invitations/${encodeURIComponent(code)}`;
  const invitation = await ask<Schemas["ReceivedInvitation"]>({ method: "GET", path });
  return invitation.ok ? { by: "invitation", offer: invitation.value } : invitation;
}

function wordsOf({ by, offer }: Offer): string {
  const t = texts().joining;
  if (by === "link") return t.offerLink(offer.invitedBy, offer.ledger);
  return t.offerInvitation(offer.invitedBy, offer.ledger, texts().people.roles[offer.role]);
}
