import "./styles/tokens.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./shell/app.tsx";
import { countSteps } from "./shell/steps.ts";
import { ledger, user } from "./state/device.ts";
import { openLedger } from "./state/ledgers.ts";
import { startReference } from "./state/reference.ts";
import { theme } from "./state/settings.ts";
import { startSync } from "./state/sync.ts";
import { loadTexts } from "./state/texts.ts";
import { keepToday } from "./state/today.ts";
import { startUndo } from "./state/undo.ts";

// Links of shortcuts, of mails and of earlier releases begin so.
if (/^\/app(\/|$)/.test(location.pathname)) {
  history.replaceState(null, "", location.pathname.slice(4) + location.search || "/");
}

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
effect(() => {
  const [known, owner] = [ledger.value, user.value];
  if (known && owner) void openLedger(known, owner.id);
});
countSteps();
keepToday();
startReference();
await loadTexts();
const root = document.getElementById("app");
if (root) render(<App />, root);
startSync();
startUndo();
if ("serviceWorker" in navigator && import.meta.env.PROD) void navigator.serviceWorker.register("/sw.js");
