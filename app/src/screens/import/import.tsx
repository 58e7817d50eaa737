import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { isPicture } from "../../imports/telling.ts";
import { twinsIn } from "../../imports/twins.ts";
import { filesOf, findFile, forgetFile, keepFile, type WaitingFile } from "../../imports/waiting.ts";
import { keepReceipt } from "../../receipts/kept.ts";
import { newId, realSurroundings } from "../../replica/index.ts";
import { Screen } from "../../shell/screen.tsx";
import { ledger, NOBODY, user } from "../../state/device.ts";
import { canWrite, gone } from "../../state/ledgers.ts";
import { useServer } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Note } from "../../ui/note.tsx";
import { Stack } from "../../ui/stack.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { EarlierImports } from "./earlier-imports.tsx";
import { FileFault, type FileFaultKind, Pictures } from "./file-fault.tsx";
import { FileJob } from "./file-job.tsx";
import { PickFile } from "./pick-file.tsx";
import { Remembered } from "./remembered.tsx";
import { WaitingFiles } from "./waiting-files.tsx";

/** A bank's file: chosen, read by the server, looked at, and only then imported. */
export function Import() {
  const t = texts().imports;
  const { query, route } = useLocation();
  const id = query.file;
  const [waiting, setWaiting] = useState<readonly WaitingFile[]>([]);
  const [chosen, setChosen] = useState<WaitingFile | null>(null);
  const [fault, setFault] = useState<FileFaultKind | null>(query.fault ? "notKept" : null);
  const [pictures, setPictures] = useState<readonly string[]>(query.receipts?.split(",") ?? []);
  const known = user.value;
  const isAlone = known?.id === NOBODY;
  const limits = useServer<{ limits: { importBytes: number } }>(isAlone ? null : "client-config").value?.limits;
  const look = async () => {
    if (!known) return;
    const all = await filesOf(known.id);
    const twins = await twinsIn(all);
    for (const twin of twins.keys()) await forgetFile(twin);
    setWaiting(all.filter((file) => !twins.has(file.id)));
    const before = twins.get(id ?? "");
    if (before !== undefined) {
      say({ text: t.already });
      return route(`/import?file=${before}`, true);
    }
    const found = id === undefined ? undefined : await findFile(id);
    if (!found || (found.userId !== null && found.userId !== known.id)) return setChosen(null);
    // What was shared with the app belongs from now on to who opens it, and goes into the ledger on the screen.
    const own = { ...found, userId: known.id, ledgerId: found.ledgerId ?? ledger.value?.id ?? null };
    if (found.userId === null || found.ledgerId === null) await keepFile(own);
    setChosen(own.ledgerId === ledger.value?.id ? own : null);
  };
  useEffect(() => {
    void look();
  }, [id, known?.id, ledger.value?.id]);

  const add = async (files: readonly File[]) => {
    const bankFiles = files.filter((file) => !isPicture(file) && file.size > 0);
    const others = files.filter(isPicture);
    setFault(bankFiles.length + others.length < files.length ? "empty" : null);
    if (bankFiles.some((file) => file.size > (limits?.importBytes ?? Number.POSITIVE_INFINITY)))
      return setFault("tooLarge");
    const kept = bankFiles.map((file) => ({
      id: newId(realSurroundings),
      file,
      name: file.name,
      addedAt: new Date().toISOString(),
      userId: known?.id ?? null,
      ledgerId: ledger.value?.id ?? null,
      answers: {},
    }));
    try {
      for (const one of kept) await keepFile(one);
      setPictures(await Promise.all(others.map((file) => keepForEntry(file, known?.id ?? null))));
    } catch {
      return setFault("notKept");
    }
    if (kept.length === 1 && !isAlone) route(`/import?file=${kept[0]?.id}`);
    else await look();
  };

  if (chosen && !isAlone && canWrite.value) {
    return (
      <Screen name="import" title={chosen.name} up="/import">
        {fault && <FileFault fault={fault} mostBytes={limits?.importBytes} />}
        {pictures.length > 0 && <Pictures ids={pictures} />}
        <FileJob key={chosen.id} file={chosen} />
      </Screen>
    );
  }
  return (
    <Screen name="import" title={t.title} up="/more">
      <Stack>
        {!canWrite.value && <Note>{gone.value ? texts().home.gone : t.viewer}</Note>}
        {isAlone && (
          <Note>
            <p>{t.needsAccount}</p>
            <TextLink href="/sign-in" action="open-sign-in">
              {texts().server.signIn}
            </TextLink>
          </Note>
        )}
        {fault && <FileFault fault={fault} mostBytes={limits?.importBytes} />}
        {pictures.length > 0 && <Pictures ids={pictures} />}
        {canWrite.value && <PickFile onFiles={(files) => void add(files)} />}
        {waiting.length > 0 && <WaitingFiles files={waiting} canOpen={!isAlone} onChange={() => void look()} />}
        <EarlierImports />
        {!isAlone && <Remembered />}
      </Stack>
    </Screen>
  );
}

/** A picture is no bank's file; it waits for the entry that it is the receipt of. */
async function keepForEntry(file: File, userId: string | null): Promise<string> {
  const id = newId(realSurroundings);
  const addedAt = new Date().toISOString();
  await keepReceipt({ id, file, name: file.name, addedAt, userId, ledgerId: null, entryId: null, isSent: false });
  return id;
}
