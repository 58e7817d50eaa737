import { useState } from "preact/hooks";
import type { Failure } from "../../replica/index.ts";
import { ofLedger, type Schemas } from "../../state/server.ts";
import { say } from "../../state/snack.ts";
import { texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Failed } from "../../ui/failed.tsx";
import { useProven } from "../../ui/proven.tsx";
import { RoleChoice } from "./role-choice.tsx";

interface ManageMemberProps {
  readonly member: Schemas["MemberView"];
  readonly onClose: () => void;
}

/** Another role for a member, or the end of their membership. */
export function ManageMember({ member, onClose }: ManageMemberProps) {
  const t = texts().people;
  const [role, setRole] = useState(member.role);
  const [isRemoving, setRemoving] = useState(false);
  const { askProven, sheet } = useProven();
  const [failure, setFailure] = useState<Failure | null>(null);
  const path = ofLedger(`members/${member.userId}`);
  const save = async () => {
    const answer = await askProven({ method: "PATCH", path, body: { role } });
    setFailure(answer.ok ? null : answer);
    if (!answer.ok) return;
    say({ text: t.changed });
    onClose();
  };
  const remove = async () => {
    const answer = await askProven({ method: "DELETE", path });
    if (!answer.ok) return answer;
    say({ text: t.removed });
    return null;
  };
  if (isRemoving) {
    return (
      <>
        <Confirm title={t.remove} isDanger onConfirm={remove} onClose={onClose}>
          <p>{t.removeText(member.displayName)}</p>
        </Confirm>
        {sheet}
      </>
    );
  }
  return (
    <Dialog
      title={t.manage(member.displayName)}
      onClose={onClose}
      actions={
        <>
          <Button look="text" action="remove-member" onClick={() => setRemoving(true)}>
            {t.remove}
          </Button>
          <Button action="save" disabled={role === member.role} onClick={() => void save()}>
            {t.save}
          </Button>
        </>
      }
    >
      <RoleChoice roles={["viewer", "editor", "owner"]} role={role} onRole={setRole} />
      {failure && <Failed failure={failure} />}
      {sheet}
    </Dialog>
  );
}
