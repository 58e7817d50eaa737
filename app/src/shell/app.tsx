import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from "preact-iso";
import { isBeginning } from "../state/beginning.ts";
import { ledger, NOBODY, user } from "../state/device.ts";
import { joinCode } from "../state/join.ts";
import { isLeaving } from "../state/leaving.ts";
import { isLocked, lock } from "../state/lock.ts";
import { texts } from "../state/texts.ts";
import { Broken } from "./broken.tsx";
import { Frame } from "./frame.tsx";
import { isPaletteOpen } from "./keys.ts";
import { Notices } from "./notices.tsx";
import { FirstSteps, Home, Join, Locked, NewEntry, ROUTES, SignedOut, Welcome } from "./routes.ts";
import { Snackbar } from "./snackbar.tsx";

const Palette = lazy(async () => (await import("./palette.tsx")).Palette);

export function App() {
  return (
    <LocationProvider>
      <Broken>
        <Screens />
      </Broken>
      <Snackbar />
      {isPaletteOpen.value && (
        <ErrorBoundary>
          <Palette />
        </ErrorBoundary>
      )}
    </LocationProvider>
  );
}

function Screens() {
  const known = user.value;
  const { path } = useLocation();
  const here = ledger.value?.id;
  if (isLeaving.value) return <Alone screen={<p>{texts().welcome.leaving}</p>} />;
  if (!known) return <Alone screen={<Welcome />} />;
  if (isLocked.value) return <Behind />;
  if (known.isSignedOut) return <Alone screen={path === "/sign-in" ? <Welcome /> : <SignedOut />} />;
  // Who was invited need not begin a ledger of their own first.
  if (known.ledgers.length === 0 && known.id !== NOBODY && (joinCode.value !== null || /^\/join(\/|$)/.test(path)))
    return <Alone screen={<Join />} />;
  if (known.ledgers.length === 0 || isBeginning.value) return <Alone screen={<FirstSteps />} />;
  return (
    <Frame>
      <Broken at={path}>
        {/* Of another ledger, everything is another: nothing typed for one is saved in the other. */}
        <Router key={here}>
          {ROUTES.map(({ path, component }) => (
            <Route key={path} path={path} component={component} />
          ))}
          <Route default component={Elsewhere} />
        </Router>
      </Broken>
    </Frame>
  );
}

/** An address that nothing of the app has, such as one of a later release: the start is shown, and its address. */
function Elsewhere() {
  const { route } = useLocation();
  useEffect(() => route("/", true), []);
  return <Home />;
}

/** What is there while the app is locked: an entry can be made, where that is allowed, and nothing is shown. */
function Behind() {
  const { path } = useLocation();
  const isEntry = path === "/new" && lock.value?.allowsEntry === true;
  return <ErrorBoundary>{isEntry ? <NewEntry /> : <Locked />}</ErrorBoundary>;
}

/** A screen before there is anything to go to. */
function Alone({ screen }: { readonly screen: ComponentChildren }) {
  return (
    <main>
      <Notices isTyping={false} />
      <ErrorBoundary>{screen}</ErrorBoundary>
    </main>
  );
}
