import type { ComponentChildren } from "preact";
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from "preact-iso";
import { user } from "../state/device.ts";
import { Broken } from "./broken.tsx";
import { Frame } from "./frame.tsx";
import { Snackbar } from "./snackbar.tsx";

// Each screen is a file of its own, fetched at need and kept by the worker: the first one must not wait for the others.
const Home = lazy(async () => (await import("../screens/home/home.tsx")).Home);
const NewEntry = lazy(async () => (await import("../screens/new/new.tsx")).NewEntry);
const Entries = lazy(async () => (await import("../screens/entries/entries.tsx")).Entries);
const EntryScreen = lazy(async () => (await import("../screens/entry/entry.tsx")).EntryScreen);
const Accounts = lazy(async () => (await import("../screens/accounts/accounts.tsx")).Accounts);
const AccountScreen = lazy(async () => (await import("../screens/account/account.tsx")).AccountScreen);
const Budgets = lazy(async () => (await import("../screens/budgets/budgets.tsx")).Budgets);
const SyncCentre = lazy(async () => (await import("../screens/sync/sync.tsx")).SyncCentre);
const More = lazy(async () => (await import("../screens/more/more.tsx")).More);
const Settings = lazy(async () => (await import("../screens/settings/settings.tsx")).Settings);
const Welcome = lazy(async () => (await import("../screens/welcome/welcome.tsx")).Welcome);
const FirstSteps = lazy(async () => (await import("../screens/first-steps/first-steps.tsx")).FirstSteps);
const BudgetScreen = lazy(async () => (await import("../screens/budget/budget.tsx")).BudgetScreen);
const NewBudget = lazy(async () => (await import("../screens/budget-form/new-budget.tsx")).NewBudget);
const EditBudget = lazy(async () => (await import("../screens/budget-form/edit-budget.tsx")).EditBudget);
const Categories = lazy(async () => (await import("../screens/categories/categories.tsx")).Categories);
const Payees = lazy(async () => (await import("../screens/names/names.tsx")).Payees);
const Tags = lazy(async () => (await import("../screens/names/names.tsx")).Tags);
const Charts = lazy(async () => (await import("../screens/charts/charts.tsx")).Charts);

export function App() {
  return (
    <LocationProvider>
      <Broken>
        <Screens />
      </Broken>
      <Snackbar />
    </LocationProvider>
  );
}

function Screens() {
  const known = user.value;
  if (!known) return <Alone screen={<Welcome />} />;
  if (known.ledgers.length === 0) return <Alone screen={<FirstSteps />} />;
  return (
    <Frame>
      <Router>
        <Route path="/" component={Home} />
        <Route path="/new" component={NewEntry} />
        <Route path="/entries" component={Entries} />
        <Route path="/entries/:id" component={EntryScreen} />
        <Route path="/accounts" component={Accounts} />
        <Route path="/accounts/:id" component={AccountScreen} />
        <Route path="/budgets" component={Budgets} />
        <Route path="/sync" component={SyncCentre} />
        <Route path="/more" component={More} />
        <Route path="/settings" component={Settings} />
        <Route path="/sign-in" component={Welcome} />
        <Route path="/first-steps" component={FirstSteps} />
        <Route path="/budgets/new" component={NewBudget} />
        <Route path="/budgets/:id" component={BudgetScreen} />
        <Route path="/budgets/:id/edit" component={EditBudget} />
        <Route path="/categories" component={Categories} />
        <Route path="/payees" component={Payees} />
        <Route path="/tags" component={Tags} />
        <Route path="/charts" component={Charts} />
        <Route default component={Home} />
      </Router>
    </Frame>
  );
}

/** A screen before there is anything to go to. */
function Alone({ screen }: { readonly screen: ComponentChildren }) {
  return (
    <main>
      <ErrorBoundary>{screen}</ErrorBoundary>
    </main>
  );
}
