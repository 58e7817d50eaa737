import { canWrite } from "../state/ledgers.ts";
import { openAccounts } from "../state/reference.ts";
import { texts } from "../state/texts.ts";
import { TextLink } from "./text-link.tsx";

/** The way to a first account, where there is none to choose. */
export function AddAccount() {
  if (openAccounts.value.length > 0 || !canWrite.value) return null;
  return (
    <TextLink href="/accounts/new" action="add-account">
      {texts().actions.addAccount}
    </TextLink>
  );
}
