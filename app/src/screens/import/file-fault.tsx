import { canWrite } from "../../state/ledgers.ts";
import { texts } from "../../state/texts.ts";
import { Note } from "../../ui/note.tsx";
import { TextLink } from "../../ui/text-link.tsx";

/** Why a file is not here. */
export type FileFaultKind = "notKept" | "tooLarge" | "empty";

interface FileFaultProps {
  readonly fault: FileFaultKind;
  readonly mostBytes: number | undefined;
}

export function FileFault({ fault, mostBytes = 0 }: FileFaultProps) {
  const t = texts().imports;
  const words = { tooLarge: t.tooLarge(Math.floor(mostBytes / 1_048_576)), empty: t.empty, notKept: t.notKept }[fault];
  return <Note look="fault">{words}</Note>;
}

/** Pictures that were given as if they were files of a bank: an entry can have them. */
export function Pictures({ ids }: { readonly ids: readonly string[] }) {
  const t = texts().imports;
  return (
    <Note look="warning">
      <p>{t.picture}</p>
      {canWrite.value && (
        <TextLink href={`/new?receipts=${ids.join()}`} action="open-new">
          {t.byHand}
        </TextLink>
      )}
    </Note>
  );
}
