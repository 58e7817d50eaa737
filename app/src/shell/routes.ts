import { earlyScreen, lazyScreen } from "./lazy-screen.ts";

export const AccountEdit = lazyScreen(() => import("../screens/account-edit/account-edit.tsx"), "AccountEdit");
export const AccountScreen = lazyScreen(() => import("../screens/account/account.tsx"), "AccountScreen");
export const Accounts = lazyScreen(() => import("../screens/accounts/accounts.tsx"), "Accounts");
export const BudgetScreen = lazyScreen(() => import("../screens/budget/budget.tsx"), "BudgetScreen");
export const Budgets = lazyScreen(() => import("../screens/budgets/budgets.tsx"), "Budgets");
export const Charts = lazyScreen(() => import("../screens/charts/charts.tsx"), "Charts");
export const EditBudget = lazyScreen(() => import("../screens/budget-form/edit-budget.tsx"), "EditBudget");
export const Entries = earlyScreen(() => import("../screens/entries/entries.tsx"), "Entries");
export const EntryScreen = earlyScreen(() => import("../screens/entry/entry.tsx"), "EntryScreen");
export const Factors = lazyScreen(() => import("../screens/factors/factors.tsx"), "Factors");
export const FirstSteps = earlyScreen(() => import("../screens/first-steps/first-steps.tsx"), "FirstSteps");
export const Home = earlyScreen(() => import("../screens/home/home.tsx"), "Home");
export const Import = lazyScreen(() => import("../screens/import/import.tsx"), "Import");
export const ImportReportScreen = lazyScreen(() => import("../screens/import/report.tsx"), "ImportReportScreen");
export const Join = lazyScreen(() => import("../screens/join/join.tsx"), "Join");
export const Ledgers = lazyScreen(() => import("../screens/ledgers/ledgers.tsx"), "Ledgers");
export const Locked = lazyScreen(() => import("../screens/lock/locked.tsx"), "Locked");
export const More = lazyScreen(() => import("../screens/more/more.tsx"), "More");
export const NewBudget = lazyScreen(() => import("../screens/budget-form/new-budget.tsx"), "NewBudget");
export const NewEntry = earlyScreen(() => import("../screens/new/new.tsx"), "NewEntry");
export const Notifications = lazyScreen(() => import("../screens/notifications/notifications.tsx"), "Notifications");
export const People = lazyScreen(() => import("../screens/people/people.tsx"), "People");
export const Reconcile = lazyScreen(() => import("../screens/reconcile/reconcile.tsx"), "Reconcile");
export const SignedOut = lazyScreen(() => import("../screens/signed-out/signed-out.tsx"), "SignedOut");
export const Settings = lazyScreen(() => import("../screens/settings/settings.tsx"), "Settings");
export const SyncCentre = lazyScreen(() => import("../screens/sync/sync.tsx"), "SyncCentre");
export const Categories = lazyScreen(() => import("../screens/categories/categories.tsx"), "Categories");
export const CategoryEdit = lazyScreen(() => import("../screens/category-edit/category-edit.tsx"), "CategoryEdit");
export const Payees = lazyScreen(() => import("../screens/names/names.tsx"), "Payees");
export const Tags = lazyScreen(() => import("../screens/names/names.tsx"), "Tags");
export const Profile = lazyScreen(() => import("../screens/profile/profile.tsx"), "Profile");
export const Trash = lazyScreen(() => import("../screens/trash/trash.tsx"), "Trash");
export const Welcome = earlyScreen(() => import("../screens/welcome/welcome.tsx"), "Welcome");

/** Where each screen is; what is nowhere leads home. */
export const ROUTES = [
  { path: "/", component: Home },
  { path: "/new", component: NewEntry },
  { path: "/entries", component: Entries },
  { path: "/entries/:id", component: EntryScreen },
  { path: "/accounts", component: Accounts },
  { path: "/accounts/new", component: AccountEdit },
  { path: "/accounts/:id", component: AccountScreen },
  { path: "/accounts/:id/edit", component: AccountEdit },
  { path: "/accounts/:id/reconcile", component: Reconcile },
  { path: "/budgets", component: Budgets },
  { path: "/budgets/new", component: NewBudget },
  { path: "/budgets/:id", component: BudgetScreen },
  { path: "/budgets/:id/edit", component: EditBudget },
  { path: "/charts", component: Charts },
  { path: "/sync", component: SyncCentre },
  { path: "/more", component: More },
  { path: "/settings", component: Settings },
  { path: "/sign-in", component: Welcome },
  { path: "/first-steps", component: FirstSteps },
  { path: "/import", component: Import },
  { path: "/imports/:id", component: ImportReportScreen },
  { path: "/people", component: People },
  { path: "/join", component: Join },
  { path: "/join/:code", component: Join },
  { path: "/ledgers", component: Ledgers },
  { path: "/notifications", component: Notifications },
  { path: "/trash", component: Trash },
  { path: "/categories", component: Categories },
  { path: "/categories/new", component: CategoryEdit },
  { path: "/categories/:id", component: CategoryEdit },
  { path: "/payees", component: Payees },
  { path: "/tags", component: Tags },
  { path: "/profile", component: Profile },
  { path: "/profile/factors", component: Factors },
] as const;
