import { useEffect, useRef } from "preact/hooks";
import type { Fault } from "../../drafts/draft.ts";
import { texts } from "../../state/texts.ts";
import { Remark } from "../../ui/remark.tsx";
import s from "./new.module.css";

type FaultPlace = "amount" | "places" | "purpose";

/** Beside what each fault is told. */
const PLACES: Readonly<Record<Fault, FaultPlace>> = {
  amount: "amount",
  negative: "amount",
  tooPrecise: "amount",
  tooLarge: "amount",
  divisionByZero: "amount",
  toAmount: "amount",
  account: "places",
  date: "places",
  toAccount: "places",
  sameAccount: "places",
  part: "purpose",
};

interface ToldProps {
  readonly fault: Fault | null;
  /** Where this is. */
  readonly at: FaultPlace;
  readonly currency: string;
}

/** What is to be mended before it can be saved, where it is to be mended, and in sight. */
export function Told({ fault, at, currency }: ToldProps) {
  const place = useRef<HTMLDivElement>(null);
  const isHere = fault !== null && PLACES[fault] === at;
  useEffect(() => {
    if (isHere) place.current?.scrollIntoView({ block: "nearest" });
  }, [fault]);
  if (!isHere) return null;
  return (
    <div ref={place} class={s.fault}>
      <Remark look="fault">{texts().newEntry.faults[fault](currency)}</Remark>
    </div>
  );
}
