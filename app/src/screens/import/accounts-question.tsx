import { useState } from "preact/hooks";
import { openAccounts } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/field.tsx";
import { Stack } from "../../ui/stack.tsx";
import { ChooseAccount } from "./choose-account.tsx";
import type { QuestionProps } from "./question.tsx";

const LEFT_OUT = "-";

/** Which bank account goes into which account; of one alone it is one tap. */
export function AccountsQuestion({ question, answers, onAnswer }: QuestionProps<"accounts">) {
  const t = texts().imports;
  const { found } = question;
  const [chosen, setChosen] = useState<Readonly<Record<number, string>>>({});
  const [only] = found;
  if (found.length <= 1) {
    return (
      <Stack>
        {only && <p>{[only.bankAccount, t.whichAccountFor(only.entries)].filter(Boolean).join(" · ")}</p>}
        <ChooseAccount
          currency={only?.currency ?? null}
          onChoose={(accountId) => onAnswer({ ...answers, accountId })}
        />
      </Stack>
    );
  }
  const isAll = found.every((_, place) => chosen[place]);
  const say = () => {
    const { accountId: _, ...rest } = answers;
    const accounts = found.map(({ bankAccount, bank, kind }, place) => ({
      bankAccount,
      ...(bank === null ? {} : { bank }),
      ...(kind === null ? {} : { kind }),
      accountId: chosen[place] === LEFT_OUT ? null : (chosen[place] ?? null),
    }));
    onAnswer({ ...rest, accounts });
  };
  return (
    <Stack>
      {found.map(({ bankAccount, kind, currency, entries }, place) => (
        <Choice
          key={`${bankAccount}-${kind}`}
          label={[bankAccount ?? t.unnamed, kind, currency].filter(Boolean).join(" · ")}
          hint={t.whichAccountFor(entries)}
          value={chosen[place] ?? ""}
          onChoice={(id) => setChosen({ ...chosen, [place]: id })}
        >
          <option value="">—</option>
          {openAccounts.value
            .filter((account) => currency === null || account.currency === currency)
            .map(({ id, name }) => (
              <option key={id} value={id} selected={chosen[place] === id}>
                {name}
              </option>
            ))}
          <option value={LEFT_OUT} selected={chosen[place] === LEFT_OUT}>
            {t.leaveOut}
          </option>
        </Choice>
      ))}
      <Button action="answer" disabled={!isAll} onClick={say}>
        {t.goOn}
      </Button>
    </Stack>
  );
}
