import { mdiCompare } from "@mdi/js";
import { useState } from "preact/hooks";
import type { Answer, Checked } from "../../replica/index.ts";
import { current } from "../../state/ledgers.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Failed } from "../../ui/failed.tsx";
import { Note } from "../../ui/note.tsx";
import { useOnce } from "../../ui/once.ts";

/** Whether what is here is what the server has, and where it is not, that it is read anew. Nothing that waits to be sent is touched. */
export function Compare() {
  const t = texts().syncCentre.compare;
  const [answer, setAnswer] = useState<Answer<Checked> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const compare = useOnce(async () => {
    const replica = current.value?.replica;
    if (!replica) return;
    setBusy(true);
    setAnswer(await replica.check().finally(() => setBusy(false)));
  });
  return (
    <>
      <div>
        <Button icon={mdiCompare} look="text" action="compare" disabled={isBusy} onClick={compare}>
          {isBusy ? t.busy : t.ask}
        </Button>
      </div>
      {answer?.ok === false && <Failed failure={answer} onAgain={() => void compare()} />}
      {answer?.ok && !isBusy && <Found {...answer.value} />}
    </>
  );
}

function Found({ repaired, remaining }: Checked) {
  const t = texts().syncCentre.compare;
  const isEqual = remaining.kinds.length === 0 && remaining.accounts.length === 0;
  if (!isEqual) return <Note look="fault">{t.differs}</Note>;
  return <Note>{repaired.length > 0 ? t.repaired : t.equal}</Note>;
}
