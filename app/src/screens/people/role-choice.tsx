import type { Schemas } from "../../state/server.ts";
import { texts } from "../../state/texts.ts";
import { Choice } from "../../ui/field.tsx";

type Role = Schemas["LedgerRole"];

interface RoleChoiceProps {
  readonly roles: readonly Role[];
  readonly role: Role;
  readonly onRole: (role: Role) => void;
}

export function RoleChoice({ roles, role, onRole }: RoleChoiceProps) {
  const t = texts().people;
  return (
    <Choice label={t.role} name="role" hint={t.rolesMean[role]} value={role} onChoice={(one) => onRole(one as Role)}>
      {roles.map((one) => (
        <option key={one} value={one} selected={one === role}>
          {t.roles[one]}
        </option>
      ))}
    </Choice>
  );
}
