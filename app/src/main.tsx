import "./styles/tokens.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { takeOpenedFiles } from "./imports/opened.ts";
import { takeArrivals } from "./push/arrive.ts";
import { keepPushed, tellDiscretion } from "./push/pushed.ts";
import { App } from "./shell/app.tsx";
import { startKeys } from "./shell/keys.ts";
import { countSteps } from "./shell/steps.ts";
import { keepBadge } from "./state/badge.ts";
import { moveToCopies } from "./state/by-copy.ts";
import { ledger, user } from "./state/device.ts";
import { startFaults } from "./state/faults.ts";
import { startInbox } from "./state/inbox.ts";
import { keepJoinCode } from "./state/join.ts";
import { isLeaving } from "./state/leaving.ts";
import { openLedger } from "./state/ledgers.ts";
import { startLeft } from "./state/left.ts";
import { keepLock } from "./state/lock.ts";
import { keepLook } from "./state/look.ts";
import { patiently } from "./state/patiently.ts";
import { startReference } from "./state/reference.ts";
import { startStorage } from "./state/storage.ts";
import { startSync } from "./state/sync.ts";
import { loadTexts } from "./state/texts.ts";
import { keepToday } from "./state/today.ts";
import { startUndo } from "./state/undo.ts";
import { startUpdates } from "./state/update.ts";

// Links of shortcuts, of mails and of earlier releases begin so.
if (/^\/app(\/|$)/.test(location.pathname)) {
  // With one slash: two would begin another host.
  history.replaceState(null, "", `/${location.pathname.slice(4).replace(/^\/+/, "")}${location.search}`);
}

// No address of the app's is like that, and what reads addresses would throw.
try {
  decodeURIComponent(location.pathname);
} catch {
  history.replaceState(null, "", "/");
}

moveToCopies();
keepLook();
effect(() => {
  const [known, owner] = [ledger.value, user.value];
  if (known && owner) void openLedger(known, owner.id);
});
startFaults();
countSteps();
keepJoinCode();
takeArrivals();
keepToday();
keepLock();
startKeys();
startReference();
void begin();

async function begin(): Promise<void> {
  if (isLeaving.value) void patiently(() => import("./state/leave.ts")).then(({ leaveOn }) => leaveOn());
  await loadTexts();
  const root = document.getElementById("app");
  if (root) render(<App />, root);
  startStorage();
  startLeft();
  startSync();
  keepBadge();
  void startUpdates();
  takeOpenedFiles();
  startInbox();
  if (import.meta.env.PROD) void keepPushed().catch(() => {});
  tellDiscretion();
  startUndo();
}
