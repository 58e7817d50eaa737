import { mdiChevronDown, mdiChevronUp } from "@mdi/js";
import { dayInText } from "../../dates/shown.ts";
import { accountIcon } from "../../icons/icons.ts";
import type { Balance } from "../../replica/index.ts";
import type { Account } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Amount } from "../../ui/amount.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Badge, Row } from "../../ui/row.tsx";
import s from "./accounts.module.css";

interface AccountLineProps {
  readonly account: Account;
  readonly balance: Balance | undefined;
  /** While accounts are put in order: how this one is moved; null where it is the first or the last. */
  readonly moves?: { readonly up: (() => void) | null; readonly down: (() => void) | null } | undefined;
}

/** One account: what is in it, what of that the bank has confirmed where it is not all, and up to when it was compared. */
export function AccountLine({ account, balance, moves }: AccountLineProps) {
  const t = texts().accounts;
  const { id, name, type, currency, lastReconciledOn } = account;
  const lead = <Badge path={accountIcon(type)} />;
  if (moves) {
    return (
      <Row
        lead={lead}
        title={<bdi>{name}</bdi>}
        end={
          <span class={s.moves}>
            <IconButton
              icon={mdiChevronUp}
              label={t.moveUp(name)}
              action="move-up"
              disabled={!moves.up}
              onClick={() => moves.up?.()}
            />
            <IconButton
              icon={mdiChevronDown}
              label={t.moveDown(name)}
              action="move-down"
              disabled={!moves.down}
              onClick={() => moves.down?.()}
            />
          </span>
        }
      />
    );
  }
  const isUnconfirmed = balance !== undefined && balance.clearedBalance !== balance.balance;
  const notes = [
    texts().accountTypes[type],
    String(currency),
    ...(lastReconciledOn ? [t.reconciledOn(dayInText(lastReconciledOn))] : []),
  ];
  return (
    <Row
      href={`/accounts/${id}`}
      action="open-account"
      lead={lead}
      title={<bdi>{name}</bdi>}
      note={notes.join(" · ")}
      end={
        <span class={s.figures}>
          <Amount minor={balance?.balance ?? 0n} currency={currency} tone="debt" />
          {isUnconfirmed && (
            <span class={s.note}>
              {t.clearedShort} <Amount minor={balance.clearedBalance} currency={currency} />
            </span>
          )}
        </span>
      }
    />
  );
}
