import { mdiDeleteOutline, mdiFileClockOutline } from "@mdi/js";
import { timeShown } from "../../dates/shown.ts";
import { forgetFile, keepFile, type WaitingFile } from "../../imports/waiting.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { IconButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Line } from "../../ui/line.tsx";
import { Row } from "../../ui/row.tsx";

interface WaitingFilesProps {
  readonly files: readonly WaitingFile[];
  readonly canOpen: boolean;
  readonly onChange: () => void;
}

/** Files that are on this device and not imported yet. */
export function WaitingFiles({ files, canOpen, onChange }: WaitingFilesProps) {
  const t = texts().imports;
  const discard = async (file: WaitingFile) => {
    await forgetFile(file.id);
    onChange();
    say({
      text: t.discarded,
      undo: async () => {
        await keepFile(file);
        onChange();
      },
    });
  };
  return (
    <Card title={t.waiting}>
      {files.map((file) => (
        <Line
          key={file.id}
          end={
            <IconButton
              icon={mdiDeleteOutline}
              label={t.discard}
              action="discard-file"
              onClick={() => void discard(file)}
            />
          }
        >
          <Row
            {...(canOpen ? { href: `/import?file=${file.id}` } : {})}
            action="open-file"
            lead={<Icon path={mdiFileClockOutline} />}
            wraps={file.refused != null}
            title={file.name}
            note={file.refused ? t.refused(file.refused) : t.addedAt(timeShown(file.addedAt))}
          />
        </Line>
      ))}
    </Card>
  );
}
