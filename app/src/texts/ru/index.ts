import type { Texts } from "../texts.ts";
import { accountTypes } from "./account-types.ts";
import { accounts } from "./accounts.ts";
import { amount } from "./amount.ts";
import { amountFaults } from "./amount-faults.ts";
import { broken } from "./broken.ts";
import { budget } from "./budget.ts";
import { budgets } from "./budgets.ts";
import { categories } from "./categories.ts";
import { charts } from "./charts.ts";
import { common } from "./common.ts";
import { dates } from "./dates.ts";
import { entries } from "./entries.ts";
import { entry } from "./entry.ts";
import { failures } from "./failures.ts";
import { firstSteps } from "./first-steps.ts";
import { home } from "./home.ts";
import { homeCards } from "./home-cards.ts";
import { keypad } from "./keypad.ts";
import { more } from "./more.ts";
import { names } from "./names.ts";
import { navigation } from "./navigation.ts";
import { newEntry } from "./new-entry.ts";
import { settings } from "./settings.ts";
import { sync } from "./sync.ts";
import { syncCentre } from "./sync-centre.ts";
import { welcome } from "./welcome.ts";

export const texts: Texts = {
  common,
  amount,
  amountFaults,
  broken,
  failures,
  navigation,
  sync,
  dates,
  accountTypes,
  welcome,
  firstSteps,
  home,
  entries,
  entry,
  newEntry,
  keypad,
  accounts,
  budgets,
  syncCentre,
  more,
  settings,
  budget,
  categories,
  names,
  charts,
  homeCards,
};
