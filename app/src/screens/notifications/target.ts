import type { Schemas } from "../../state/server.ts";

export type Target = "entry" | "budget" | "import" | "invitation" | "people" | "ledger" | "account";

type Notice = Pick<Schemas["NotificationView"], "kind" | "data" | "ledgerId">;

/** What a notification leads to: where something can be done about it. */
export function targetOf({ kind, data, ledgerId }: Notice): { readonly to: Target; readonly href: string } | null {
  const facts = (typeof data === "object" && data !== null ? data : {}) as Record<string, unknown>;
  const id = (name: string) => (typeof facts[name] === "string" ? encodeURIComponent(facts[name]) : null);
  const [entry, budget, brought, invitation] = [
    id("transactionId"),
    id("budgetId"),
    id("importId"),
    id("invitationId"),
  ];
  if (kind === "newSignIn" || kind === "passwordChanged") return { to: "account", href: "/profile" };
  if (kind === "joinRequested") return { to: "people", href: "/people" };
  if (invitation !== null) return { to: "invitation", href: `/join/${invitation}` };
  if (budget !== null) return { to: "budget", href: `/budgets/${budget}` };
  if (entry !== null) return { to: "entry", href: `/entries/${entry}` };
  if (brought !== null) return { to: "import", href: `/imports/${brought}` };
  return ledgerId ? { to: "ledger", href: "/" } : null;
}
