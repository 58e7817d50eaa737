import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { currencyFor, currencyName } from "../../amounts/currencies.ts";
import { lazyPart } from "../../shell/lazy-screen.ts";
import { Screen } from "../../shell/screen.tsx";
import { isBeginning } from "../../state/beginning.ts";
import { NOBODY, user } from "../../state/device.ts";
import { remembered } from "../../state/remembered.ts";
import { language, locale } from "../../state/settings.ts";
import { loadRest, texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { AccountsCard } from "./accounts-card.tsx";
import { CategoriesCard } from "./categories-card.tsx";
import { CurrencyCard } from "./currency-card.tsx";
import s from "./first-steps.module.css";
import { NextCard } from "./next-card.tsx";
import {
  beginHousehold,
  type CardName,
  type KeptPlan,
  keptOf,
  type Plan,
  planFrom,
  plannedIn,
  without,
} from "./plan.ts";

/** Whoever waits to be let in somewhere is told so here, and not led to a ledger of their own without a word. */
const Meanwhile = lazyPart(async () => {
  const [{ Meanwhile }] = await Promise.all([import("./meanwhile.tsx"), loadRest()]);
  return Meanwhile;
});

const CARDS: readonly CardName[] = ["currency", "accounts", "categories"];

/** What was typed, so that a reload does not lose it. */
const kept = remembered<KeptPlan | null>("first-steps", null);

/** Three cards, each of which can be skipped: nothing is made of it then. */
export function FirstSteps() {
  const t = texts().firstSteps;
  const { route } = useLocation();
  const [plan, setPlan] = useState<Plan>(() => planFrom(kept.value) ?? plannedIn(currencyFor(locale.value)));
  const [place, setPlace] = useState(0);
  const [skipped, setSkipped] = useState<readonly CardName[]>([]);
  const [isBusy, setBusy] = useState(false);
  const card = CARDS[place];
  useEffect(() => scrollTo(0, 0), [place]);
  const change = (part: Partial<Plan>) => {
    const changed = { ...plan, ...part };
    kept.value = keptOf(changed);
    setPlan(changed);
  };

  const next = async (isSkipped: boolean) => {
    if (card === undefined) return;
    // What is wrong stands at the field.
    if (!isSkipped && card === "accounts" && plan.accounts.some(({ balance }) => balance === null)) return;
    const others = skipped.filter((one) => one !== card);
    const left = isSkipped ? [...others, card] : others;
    setSkipped(left);
    if (place < CARDS.length - 1) return setPlace(place + 1);
    setBusy(true);
    isBeginning.value = true;
    const made = left.reduce(without, plan);
    // Where the page goes before it is made, the next one goes on from here.
    kept.value = keptOf(made);
    try {
      await beginHousehold(made);
      kept.value = null;
      setPlace(CARDS.length);
    } catch (error) {
      isBeginning.value = false;
      throw error;
    } finally {
      setBusy(false);
    }
  };
  const go = (path: string) => {
    isBeginning.value = false;
    route(path, true);
  };

  if (card === undefined) {
    return (
      <Screen name="first-steps" title={t.next.title} narrow>
        <div class={s.cards}>
          <Card title={t.next.ready}>
            <NextCard onGo={go} />
          </Card>
        </div>
      </Screen>
    );
  }
  return (
    <Screen name="first-steps" title={t.title} narrow>
      <div class={s.cards}>
        {user.value?.id !== NOBODY && <Meanwhile />}
        <p class={s.progress}>{t.step(place + 1, CARDS.length)}</p>
        <Card title={t[card].title}>
          {card === "currency" && (
            <CurrencyCard currency={plan.currency} onCurrency={(currency) => change({ currency })} />
          )}
          {card === "accounts" && (
            <AccountsCard
              accounts={plan.accounts}
              currency={plan.currency}
              onAccounts={(accounts) => change({ accounts })}
            />
          )}
          {card === "categories" && (
            <CategoriesCard chosen={plan.categories} onChosen={(categories) => change({ categories })} />
          )}
        </Card>
        <div class={s.actions}>
          {place > 0 && (
            <Button look="text" action="back" onClick={() => setPlace(place - 1)}>
              {texts().common.back}
            </Button>
          )}
          <span class={s.gap} />
          <Button look="text" action="skip" disabled={isBusy} onClick={() => void next(true)}>
            {t.skip}
          </Button>
          <Button action="next" disabled={isBusy} onClick={() => void next(false)}>
            {place === CARDS.length - 1 ? t.finish : t.forward}
          </Button>
        </div>
        {user.value?.id !== NOBODY && (
          <TextLink href="/join" action="was-invited">
            {t.wasInvited}
          </TextLink>
        )}
        <p class={s.note}>{t.later(currencyName(plan.currency, language.value))}</p>
      </div>
    </Screen>
  );
}
