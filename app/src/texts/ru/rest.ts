import type { RestTexts } from "../texts.ts";
import { accounts } from "./accounts.ts";
import { budget } from "./budget.ts";
import { budgetForm } from "./budget-form.ts";
import { bulkJoin } from "./bulk-join.ts";
import { bulkSheet } from "./bulk-sheet.ts";
import { categories } from "./categories.ts";
import { categoryIcons } from "./category-icons.ts";
import { decisions } from "./decisions.ts";
import { entryHistory } from "./entry-history.ts";
import { factors } from "./factors.ts";
import { imports } from "./imports.ts";
import { joining } from "./joining.ts";
import { ledgers } from "./ledgers.ts";
import { lock } from "./lock.ts";
import { more } from "./more.ts";
import { names } from "./names.ts";
import { notifications } from "./notifications.ts";
import { people } from "./people.ts";
import { profile } from "./profile.ts";
import { really } from "./really.ts";
import { receipts } from "./receipts.ts";
import { reconcile } from "./reconcile.ts";
import { searchSheet } from "./search-sheet.ts";
import { settings } from "./settings.ts";
import { signedOut } from "./signed-out.ts";
import { syncCentre } from "./sync-centre.ts";
import { trash } from "./trash.ts";
import { why } from "./why.ts";

/** What only the screens say that come later. */
export const rest: RestTexts = {
  reconcile,
  searchSheet,
  bulkSheet,
  entryHistory,
  budget,
  budgetForm,
  bulkJoin,
  factors,
  imports,
  people,
  receipts,
  ledgers,
  lock,
  notifications,
  trash,
  categories,
  categoryIcons,
  names,
  accounts,
  syncCentre,
  more,
  settings,
  joining,
  profile,
  really,
  signedOut,
  decisions,
  why,
};
