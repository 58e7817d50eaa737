import { computed } from "@preact/signals";
import { currencyFor, decimalsOf } from "../amounts/currencies.ts";
import { begin, newId, realSurroundings } from "../replica/index.ts";
import { enter, type KnownLedger, NOBODY, storeNameOf, user, users } from "./device.ts";
import { openLedger } from "./ledgers.ts";
import { patiently } from "./patiently.ts";
import { language, locale } from "./settings.ts";
import { say } from "./snack.ts";
import { texts } from "./texts.ts";
import { today } from "./today.ts";

/** Currencies whose everyday prices are about a hundred times those in euros. */
const LARGE = /^(RUB|JPY|INR|HUF|KZT|ISK|RSD)$/;

/** Begins with an example household on this device alone. It is all there before it is shown. */
export async function enterExample(): Promise<void> {
  const { demoHousehold } = await import("../demo/household.ts");
  const [id, currency, name] = [newId(realSurroundings), currencyFor(locale.value), texts().welcome.exampleName];
  const made: KnownLedger = { id, name, currency, role: "owner", store: storeNameOf(NOBODY, id), begunAs: name };
  const { replica } = await openLedger(made, NOBODY);
  await begin(replica.store, { id, name, currency }, realSurroundings);
  const commands = demoHousehold({
    today: today.value,
    language: language.value,
    currency,
    scale: 10 ** (decimalsOf(currency) - 2) * (LARGE.test(currency) ? 100 : 1),
    newId: () => newId(realSurroundings),
  });
  await replica.performAll(commands, today.value);
  enter({ id: NOBODY, email: "", displayName: "", ledgers: [{ ...made, example: commands.length }], ledgerId: id });
  say({ text: texts().welcome.exampleSaid });
}

/** The example on this device, whoever is in front. */
export const exampleHere = computed(
  () => users.value.find(({ id }) => id === NOBODY)?.ledgers.find(({ example }) => example !== undefined) ?? null,
);

/** Whether somebody did something of their own in it. */
export async function isTouched(known: KnownLedger): Promise<boolean> {
  const { replica } = await openLedger(known, NOBODY);
  return (await replica.pending()).length !== known.example;
}

/** Throws it away; with nothing else here, the app begins anew. */
export async function leaveExample(known: KnownLedger): Promise<void> {
  const { forgetLedger, leave } = await patiently(() => import("./leave.ts"));
  if (user.value?.ledgers.length === 1) await leave();
  else await forgetLedger(known);
}
