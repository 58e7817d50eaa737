import type { ComponentChildren } from "preact";
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from "preact-iso";
import { NOBODY, user } from "../state/device.ts";
import { joinCode } from "../state/join.ts";
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
const Import = lazy(async () => (await import("../screens/import/import.tsx")).Import);
const ImportReportScreen = lazy(async () => (await import("../screens/import/report.tsx")).ImportReportScreen);
const People = lazy(async () => (await import("../screens/people/people.tsx")).People);
const Join = lazy(async () => (await import("../screens/join/join.tsx")).Join);
const Ledgers = lazy(async () => (await import("../screens/ledgers/ledgers.tsx")).Ledgers);
const Notifications = lazy(async () => (await import("../screens/notifications/notifications.tsx")).Notifications);
const Profile = lazy(async () => (await import("../screens/profile/profile.tsx")).Profile);

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
  // Who was invited need not begin a ledger of their own first.
  if (known.ledgers.length === 0 && known.id !== NOBODY && joinCode.value !== null) return <Alone screen={<Join />} />;
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
        <Route path="/import" component={Import} />
        <Route path="/imports/:id" component={ImportReportScreen} />
        <Route path="/people" component={People} />
        <Route path="/join/:code" component={Join} />
        <Route path="/ledgers" component={Ledgers} />
        <Route path="/notifications" component={Notifications} />
        <Route path="/profile" component={Profile} />
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
