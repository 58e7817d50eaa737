import { expect, it } from "vitest";
import { targetOf } from "../../src/screens/notifications/target.ts";

const notice = (kind: Parameters<typeof targetOf>[0]["kind"], data: object, ledgerId: string | null = "l") => ({
  kind,
  data: data as never,
  ledgerId,
});

it("leads to what a notification is about, where something can be done about it", () => {
  expect(targetOf(notice("budgetExceeded", { budgetId: "b" }))).toEqual({ to: "budget", href: "/budgets/b" });
  expect(targetOf(notice("largeTransaction", { transactionId: "t" }))).toEqual({ to: "entry", href: "/entries/t" });
  expect(targetOf(notice("memberEntry", { entries: 3, importId: "i" }))).toEqual({ to: "import", href: "/imports/i" });
  expect(targetOf(notice("invitation", { invitationId: "v" }))).toEqual({ to: "invitation", href: "/join/v" });
  expect(targetOf(notice("joinRequested", { joinRequestId: "r" }))).toEqual({ to: "people", href: "/people" });
  expect(targetOf(notice("newSignIn", { sessionId: "s" }, null))).toEqual({ to: "account", href: "/profile" });
});

it("leads to the ledger, or nowhere, where nothing is named", () => {
  expect(targetOf(notice("roleChanged", {}))).toEqual({ to: "ledger", href: "/" });
  expect(targetOf(notice("joinAnswered", {}, null))).toBeNull();
});
