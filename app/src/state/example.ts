import { currencyFor, decimalsOf } from "../amounts/currencies.ts";
import { begin, newId, realSurroundings } from "../replica/index.ts";
import { enter, type KnownLedger, NOBODY, storeNameOf } from "./device.ts";
import { openLedger } from "./ledgers.ts";
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
  const known: KnownLedger = { id, name, currency, role: "owner", store: storeNameOf(NOBODY, id), begunAs: name };
  const { replica } = await openLedger(known, NOBODY);
  await begin(replica.store, { id, name, currency }, realSurroundings);
  const commands = demoHousehold({
    today: today.value,
    language: language.value,
    currency,
    scale: 10 ** (decimalsOf(currency) - 2) * (LARGE.test(currency) ? 100 : 1),
    newId: () => newId(realSurroundings),
  });
  await replica.performAll(commands, today.value);
  enter({ id: NOBODY, email: "", displayName: "", ledgers: [known], ledgerId: id });
  say({ text: texts().welcome.exampleSaid });
}
