import { useState } from "preact/hooks";
import { enterExample } from "../../state/example.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";

/** A way to look around before there is anything of one's own. */
export function Example() {
  const t = texts().welcome;
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const look = async () => {
    setBusy(true);
    setFailed(false);
    try {
      await enterExample();
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <>
      <Button look="text" action="example" disabled={isBusy} onClick={() => void look()} wide>
        {isBusy ? t.exampleBusy : t.example}
      </Button>
      {hasFailed && <p role="alert">{t.exampleFailed}</p>}
    </>
  );
}
