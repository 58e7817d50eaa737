import { canWrite } from "../../state/ledgers.ts";
import { texts } from "../../state/texts.ts";
import { Note } from "../../ui/note.tsx";
import { TextLink } from "../../ui/text-link.tsx";

export type FileFaultKind = "notKept" | "tooLarge" | "empty" | "picture";

/** Why a file is not here, as the worker says it in the address where something was shared. */
export function faultIn(query: string | undefined): FileFaultKind | null {
  if (query === undefined) return null;
  return query === "picture" ? "picture" : "notKept";
}

interface FileFaultProps {
  readonly fault: FileFaultKind;
  readonly mostBytes: number | undefined;
}

export function FileFault({ fault, mostBytes = 0 }: FileFaultProps) {
  const t = texts().imports;
  if (fault === "tooLarge") return <Note look="fault">{t.tooLarge(Math.floor(mostBytes / 1_048_576))}</Note>;
  if (fault === "empty") return <Note look="fault">{t.empty}</Note>;
  if (fault === "notKept") return <Note look="fault">{t.notKept}</Note>;
  return (
    <Note look="warning">
      <p>{t.picture}</p>
      {canWrite.value && (
        <TextLink href="/new" action="open-new">
          {t.byHand}
        </TextLink>
      )}
    </Note>
  );
}
