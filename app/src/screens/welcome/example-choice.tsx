import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { exampleHere, isTouched } from "../../state/example.ts";
import { texts } from "../../state/texts.ts";
import { Switch } from "../../ui/field.tsx";

interface ExampleChoice {
  readonly isTaken: boolean;
  /** Null where there is no example on the device. */
  readonly choice: ComponentChildren;
}

/** Whether the example goes along into the account: as it came it does not, unless somebody wants it; with something of one's own it does. */
export function useExampleChoice(): ExampleChoice {
  const t = texts().example;
  const example = exampleHere.value;
  const [isTouchedNow, setTouched] = useState(true);
  const [chosen, setChosen] = useState<boolean | null>(null);
  useEffect(() => {
    // One that cannot be looked into is taken along rather than lost.
    if (example)
      void isTouched(example)
        .then(setTouched)
        .catch(() => undefined);
  }, [example?.id]);
  if (!example) return { isTaken: true, choice: null };
  const isTaken = chosen ?? isTouchedNow;
  return {
    isTaken,
    choice: <Switch label={t.take} hint={t.takeHint} checked={isTaken} onSwitch={setChosen} />,
  };
}
