import { STARTERS } from "../../categories/starters.ts";
import { type Command, newId, realSurroundings } from "../../replica/index.ts";
import { beginLedger } from "../../state/ledgers.ts";
import { language } from "../../state/settings.ts";
import { askToKeep } from "../../state/storage.ts";
import { syncNow } from "../../state/sync.ts";
import { texts } from "../../state/texts.ts";
import { today } from "../../state/today.ts";

export type AccountType = "cash" | "checking" | "savings" | "creditCard";

export interface PlannedAccount {
  readonly key: string;
  readonly name: string;
  readonly type: AccountType;
  /** Minor units; null while what is typed is no amount. */
  readonly balance: number | null;
}

export type CardName = "currency" | "accounts" | "categories";

/** What the three cards ask. */
export interface Plan {
  /** Of the ledger that it becomes. */
  readonly id: string;
  readonly currency: string;
  readonly accounts: readonly PlannedAccount[];
  /** Keys of starter categories. */
  readonly categories: ReadonlySet<string>;
}

export function plannedIn(currency: string): Plan {
  const t = texts().firstSteps;
  return {
    id: newId(realSurroundings),
    currency,
    accounts: [
      { key: "cash", name: t.accounts.cash, type: "cash", balance: 0 },
      { key: "card", name: t.accounts.card, type: "checking", balance: 0 },
    ],
    categories: new Set(STARTERS.filter(({ isChosen }) => isChosen).map(({ key }) => key)),
  };
}

/** What a card was to make is not made; a ledger has a currency in any case. */
export function without(plan: Plan, card: CardName): Plan {
  if (card === "currency") return plan;
  return card === "accounts" ? { ...plan, accounts: [] } : { ...plan, categories: new Set() };
}

/** As the device keeps it while the steps are gone. */
export interface KeptPlan extends Omit<Plan, "categories"> {
  readonly categories: readonly string[];
}

export function keptOf(plan: Plan): KeptPlan {
  return { ...plan, categories: [...plan.categories] };
}

export function planFrom(kept: KeptPlan | null): Plan | null {
  // Of what was no amount nothing was kept.
  const accounts = kept?.accounts.map((account) => ({ ...account, balance: account.balance ?? 0 })) ?? [];
  return kept && { ...plannedIn(kept.currency), ...kept, accounts, categories: new Set(kept.categories) };
}

/** Makes the ledger and what is in it, on the device; the server gets it as soon as it can be reached. */
export async function beginHousehold({ id, currency, accounts, categories }: Plan): Promise<void> {
  const commands: Command[] = [
    ...accounts
      .filter((account) => account.name.trim() !== "")
      .map((account) => ({
        type: "account.open" as const,
        data: {
          name: account.name.trim(),
          type: account.type,
          currency,
          openingBalance: account.balance ?? 0,
          openedOn: today.value,
        },
      })),
    ...STARTERS.filter(({ key }) => categories.has(key)).map((starter, position) => ({
      type: "category.create" as const,
      data: {
        name: starter.name[language.value],
        group: starter.group[language.value],
        kind: starter.kind,
        icon: starter.icon,
        color: starter.color,
        position,
      },
    })),
  ];
  await beginLedger({ id, name: texts().firstSteps.ledgerName, currency }, commands);
  askToKeep();
  void syncNow();
}
