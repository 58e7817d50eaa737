import { lazy } from "preact-iso";

// Each screen is a file of its own, fetched at need and kept by the worker: the first one must not wait for the others.
export const AccountEdit = lazy(async () => (await import("../screens/account-edit/account-edit.tsx")).AccountEdit);
export const AccountScreen = lazy(async () => (await import("../screens/account/account.tsx")).AccountScreen);
export const Accounts = lazy(async () => (await import("../screens/accounts/accounts.tsx")).Accounts);
export const BudgetScreen = lazy(async () => (await import("../screens/budget/budget.tsx")).BudgetScreen);
export const Budgets = lazy(async () => (await import("../screens/budgets/budgets.tsx")).Budgets);
export const Charts = lazy(async () => (await import("../screens/charts/charts.tsx")).Charts);
export const EditBudget = lazy(async () => (await import("../screens/budget-form/edit-budget.tsx")).EditBudget);
export const Entries = lazy(async () => (await import("../screens/entries/entries.tsx")).Entries);
export const EntryScreen = lazy(async () => (await import("../screens/entry/entry.tsx")).EntryScreen);
export const FirstSteps = lazy(async () => (await import("../screens/first-steps/first-steps.tsx")).FirstSteps);
export const Home = lazy(async () => (await import("../screens/home/home.tsx")).Home);
export const Import = lazy(async () => (await import("../screens/import/import.tsx")).Import);
export const ImportReportScreen = lazy(async () => (await import("../screens/import/report.tsx")).ImportReportScreen);
export const Join = lazy(async () => (await import("../screens/join/join.tsx")).Join);
export const Ledgers = lazy(async () => (await import("../screens/ledgers/ledgers.tsx")).Ledgers);
export const Locked = lazy(async () => (await import("../screens/lock/locked.tsx")).Locked);
export const More = lazy(async () => (await import("../screens/more/more.tsx")).More);
export const NewBudget = lazy(async () => (await import("../screens/budget-form/new-budget.tsx")).NewBudget);
export const NewEntry = lazy(async () => (await import("../screens/new/new.tsx")).NewEntry);
export const Notifications = lazy(
  async () => (await import("../screens/notifications/notifications.tsx")).Notifications,
);
export const People = lazy(async () => (await import("../screens/people/people.tsx")).People);
export const Reconcile = lazy(async () => (await import("../screens/reconcile/reconcile.tsx")).Reconcile);
export const Settings = lazy(async () => (await import("../screens/settings/settings.tsx")).Settings);
export const SyncCentre = lazy(async () => (await import("../screens/sync/sync.tsx")).SyncCentre);
export const Categories = lazy(async () => (await import("../screens/categories/categories.tsx")).Categories);
export const CategoryEdit = lazy(async () => (await import("../screens/category-edit/category-edit.tsx")).CategoryEdit);
export const Payees = lazy(async () => (await import("../screens/names/names.tsx")).Payees);
export const Tags = lazy(async () => (await import("../screens/names/names.tsx")).Tags);
export const Profile = lazy(async () => (await import("../screens/profile/profile.tsx")).Profile);
export const Trash = lazy(async () => (await import("../screens/trash/trash.tsx")).Trash);
export const Welcome = lazy(async () => (await import("../screens/welcome/welcome.tsx")).Welcome);

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
] as const;
