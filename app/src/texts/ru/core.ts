import type { CoreTexts } from "../texts.ts";
import { accountTypes } from "./account-types.ts";
import { actions } from "./actions.ts";
import { amount } from "./amount.ts";
import { amountFaults } from "./amount-faults.ts";
import { asked } from "./asked.ts";
import { broken } from "./broken.ts";
import { budgets } from "./budgets.ts";
import { bulk } from "./bulk.ts";
import { charts } from "./charts.ts";
import { common } from "./common.ts";
import { dates } from "./dates.ts";
import { entries } from "./entries.ts";
import { entry } from "./entry.ts";
import { example } from "./example.ts";
import { failures } from "./failures.ts";
import { firstSteps } from "./first-steps.ts";
import { home } from "./home.ts";
import { homeCards } from "./home-cards.ts";
import { keypad } from "./keypad.ts";
import { navigation } from "./navigation.ts";
import { newEntry } from "./new-entry.ts";
import { notices } from "./notices.ts";
import { search } from "./search.ts";
import { server } from "./server.ts";
import { split } from "./split.ts";
import { sync } from "./sync.ts";
import { welcome } from "./welcome.ts";

/** What is said wherever the app begins: it is on the device as soon as the app is. */
export const core: CoreTexts = {
  common,
  amount,
  amountFaults,
  broken,
  example,
  navigation,
  actions,
  notices,
  sync,
  dates,
  accountTypes,
  welcome,
  failures,
  firstSteps,
  home,
  entries,
  entry,
  newEntry,
  keypad,
  budgets,
  charts,
  server,
  search,
  bulk,
  split,
  asked,
  homeCards,
};
