import { useLocation } from "preact-iso";
import { canWrite } from "../state/ledgers.ts";
import { lock, lockNow } from "../state/lock.ts";
import { openAccounts } from "../state/reference.ts";
import { hidesAmounts, theme } from "../state/settings.ts";
import { hush, say, snack } from "../state/snack.ts";
import { syncNow } from "../state/sync.ts";
import { texts } from "../state/texts.ts";
import { type Action, isPaletteOpen, useActions } from "./keys.ts";

/** What can be done from every screen; how it is drawn, only the palette knows. */
export function GlobalActions() {
  const { route } = useLocation();
  const t = texts().actions;
  const go = (name: string, label: string, path: string, keys?: string): Action => ({
    name,
    label,
    run: () => route(path),
    ...(keys === undefined ? {} : { keys }),
  });
  const writing = canWrite.value
    ? [
        go("new", t.new, "/new?kind=expense", "n"),
        go("transfer", t.transfer, "/new?kind=transfer", "t"),
        go("add-account", t.addAccount, "/accounts/new"),
      ]
    : [];
  useActions([
    ...writing,
    {
      name: "search",
      label: t.search,
      keys: "/",
      run: () => {
        if (location.pathname !== "/entries") route("/entries");
        focusSearch();
      },
    },
    go("go-home", texts().navigation.home, "/", "g h"),
    go("go-entries", texts().navigation.entries, "/entries", "g e"),
    go("go-budgets", texts().navigation.budgets, "/budgets", "g b"),
    go("go-accounts", t.accounts, "/accounts", "g a"),
    go("go-sync", t.sync, "/sync", "g s"),
    go("go-settings", t.settings, "/settings", "g c"),
    { name: "undo", label: t.undo, keys: "u", run: undoLast },
    { name: "sync-now", label: t.syncNow, run: () => void syncNow() },
    {
      name: "hide-amounts",
      label: hidesAmounts.value ? texts().home.showAmounts : texts().home.hideAmounts,
      run: () => {
        hidesAmounts.value = !hidesAmounts.value;
      },
    },
    {
      name: "turn-theme",
      label: t.theme,
      run: () => {
        const isDark = getComputedStyle(document.documentElement).colorScheme === "dark" || prefersDark();
        theme.value = isDark ? "light" : "dark";
      },
    },
    ...(lock.value ? [{ name: "lock-now", label: texts().actions.lockNow, run: lockNow }] : []),
    {
      name: "keys",
      label: t.keys,
      keys: "?",
      run: () => {
        isPaletteOpen.value = true;
      },
    },
    ...openAccounts.value.map(({ id, name }) => go(`open-account-${id}`, t.account(name), `/accounts/${id}`)),
  ]);
  return null;
}

function prefersDark(): boolean {
  return theme.value === "system" && matchMedia("(prefers-color-scheme: dark)").matches;
}

function undoLast(): void {
  const undo = snack.value?.undo;
  if (undo) {
    hush();
    void undo();
  } else say({ text: texts().actions.nothingToUndo });
}

const TRIES = 60;

/** The field is there once its screen is. */
function focusSearch(tries = TRIES): void {
  const field = document.querySelector<HTMLElement>("[data-screen=entries] input[type=search]");
  if (field) field.focus();
  else if (tries > 0) requestAnimationFrame(() => focusSearch(tries - 1));
}
