import {
  mdiChartDonut,
  mdiCogOutline,
  mdiEyeOffOutline,
  mdiEyeOutline,
  mdiFormatListBulleted,
  mdiHelpCircleOutline,
  mdiHomeVariant,
  mdiLockOutline,
  mdiMagnify,
  mdiPlus,
  mdiSwapHorizontal,
  mdiSync,
  mdiThemeLightDark,
  mdiUndo,
  mdiWalletOutline,
  mdiWalletPlusOutline,
} from "@mdi/js";
import { useLocation } from "preact-iso";
import { canWrite } from "../state/ledgers.ts";
import { lock, lockNow } from "../state/lock.ts";
import { openAccounts } from "../state/reference.ts";
import { hidesAmounts, theme } from "../state/settings.ts";
import { hush, say, snack } from "../state/snack.ts";
import { syncNow } from "../state/sync.ts";
import { texts } from "../state/texts.ts";
import { type Action, isPaletteOpen, useActions } from "./keys.ts";

/** What can be done from every screen. */
export function GlobalActions() {
  const { route } = useLocation();
  const t = texts().actions;
  const go = (name: string, label: string, icon: string, path: string, keys?: string): Action => ({
    name,
    label,
    icon,
    run: () => route(path),
    ...(keys === undefined ? {} : { keys }),
  });
  const writing = canWrite.value
    ? [
        go("new", t.new, mdiPlus, "/new?kind=expense", "n"),
        go("transfer", t.transfer, mdiSwapHorizontal, "/new?kind=transfer", "t"),
        go("add-account", t.addAccount, mdiWalletPlusOutline, "/accounts/new"),
      ]
    : [];
  useActions([
    ...writing,
    {
      name: "search",
      label: t.search,
      icon: mdiMagnify,
      keys: "/",
      run: () => {
        if (location.pathname !== "/entries") route("/entries");
        focusSearch();
      },
    },
    go("go-home", texts().navigation.home, mdiHomeVariant, "/", "g h"),
    go("go-entries", texts().navigation.entries, mdiFormatListBulleted, "/entries", "g e"),
    go("go-budgets", texts().navigation.budgets, mdiChartDonut, "/budgets", "g b"),
    go("go-accounts", t.accounts, mdiWalletOutline, "/accounts", "g a"),
    go("go-sync", t.sync, mdiSync, "/sync", "g s"),
    go("go-settings", t.settings, mdiCogOutline, "/settings", "g c"),
    { name: "undo", label: t.undo, icon: mdiUndo, keys: "u", run: undoLast },
    { name: "sync-now", label: t.syncNow, icon: mdiSync, run: () => void syncNow() },
    {
      name: "hide-amounts",
      label: hidesAmounts.value ? texts().home.showAmounts : texts().home.hideAmounts,
      icon: hidesAmounts.value ? mdiEyeOutline : mdiEyeOffOutline,
      run: () => {
        hidesAmounts.value = !hidesAmounts.value;
      },
    },
    {
      name: "turn-theme",
      label: t.theme,
      icon: mdiThemeLightDark,
      run: () => {
        const isDark = getComputedStyle(document.documentElement).colorScheme === "dark" || prefersDark();
        theme.value = isDark ? "light" : "dark";
      },
    },
    ...(lock.value ? [{ name: "lock-now", label: texts().actions.lockNow, icon: mdiLockOutline, run: lockNow }] : []),
    {
      name: "keys",
      label: t.keys,
      icon: mdiHelpCircleOutline,
      keys: "?",
      run: () => {
        isPaletteOpen.value = true;
      },
    },
    ...openAccounts.value.map(({ id, name }) =>
      go(`open-account-${id}`, t.account(name), mdiWalletOutline, `/accounts/${id}`),
    ),
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
