import { accountTypes } from "./account-types.ts";
import { accounts } from "./accounts.ts";
import { actions } from "./actions.ts";
import { amount } from "./amount.ts";
import { amountFaults } from "./amount-faults.ts";
import { asked } from "./asked.ts";
import { broken } from "./broken.ts";
import { budget } from "./budget.ts";
import { budgets } from "./budgets.ts";
import { bulk } from "./bulk.ts";
import { categories } from "./categories.ts";
import { categoryIcons } from "./category-icons.ts";
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
import { imports } from "./imports.ts";
import { joining } from "./joining.ts";
import { keypad } from "./keypad.ts";
import { ledgers } from "./ledgers.ts";
import { lock } from "./lock.ts";
import { more } from "./more.ts";
import { names } from "./names.ts";
import { navigation } from "./navigation.ts";
import { newEntry } from "./new-entry.ts";
import { notices } from "./notices.ts";
import { notifications } from "./notifications.ts";
import { people } from "./people.ts";
import { profile } from "./profile.ts";
import { reconcile } from "./reconcile.ts";
import { search } from "./search.ts";
import { server } from "./server.ts";
import { settings } from "./settings.ts";
import { split } from "./split.ts";
import { sync } from "./sync.ts";
import { syncCentre } from "./sync-centre.ts";
import { trash } from "./trash.ts";
import { welcome } from "./welcome.ts";

export const texts = {
  common,
  amount,
  amountFaults,
  broken,
  example,
  failures,
  navigation,
  actions,
  notices,
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
  lock,
  accounts,
  reconcile,
  budgets,
  charts,
  syncCentre,
  more,
  settings,
  budget,
  server,
  imports,
  people,
  joining,
  ledgers,
  notifications,
  profile,
  search,
  bulk,
  split,
  asked,
  trash,
  categories,
  categoryIcons,
  names,
  homeCards,
};
