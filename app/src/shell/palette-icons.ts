import {
  mdiChartDonut,
  mdiChevronRight,
  mdiCogOutline,
  mdiEyeOutline,
  mdiFormatListBulleted,
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
import type { Action } from "./keys.ts";

/** Of what can be done from every screen, which is there before anybody sees a list of it. */
const ICONS: Readonly<Record<string, string>> = {
  new: mdiPlus,
  transfer: mdiSwapHorizontal,
  "add-account": mdiWalletPlusOutline,
  search: mdiMagnify,
  "go-home": mdiHomeVariant,
  "go-entries": mdiFormatListBulleted,
  "go-budgets": mdiChartDonut,
  "go-accounts": mdiWalletOutline,
  "go-sync": mdiSync,
  "go-settings": mdiCogOutline,
  undo: mdiUndo,
  "sync-now": mdiSync,
  "hide-amounts": mdiEyeOutline,
  "turn-theme": mdiThemeLightDark,
  "lock-now": mdiLockOutline,
};

export function iconOf({ name, icon }: Action): string {
  return icon ?? ICONS[name] ?? (name.startsWith("open-account-") ? mdiWalletOutline : mdiChevronRight);
}
