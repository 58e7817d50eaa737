import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import s from "./notifications.module.css";
import type { Wishes } from "./preferences.tsx";

interface KindsProps {
  readonly kinds: Wishes["kinds"];
  readonly onKinds: (kinds: Wishes["kinds"]) => void;
}

/** Each kind, and whether it comes into the inbox and to devices. */
export function Kinds({ kinds, onKinds }: KindsProps) {
  const t = texts().notifications;
  return (
    <Card title={t.kindsTitle}>
      <table class={s.kinds}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t.inbox}</th>
            <th scope="col">{t.push}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(kinds).map(([kind, wish]) => {
            const name = t.kinds[kind as keyof typeof t.kinds] ?? kind;
            return (
              <tr key={kind}>
                <th scope="row">{name}</th>
                {(["inbox", "push"] as const).map((place) => (
                  <td key={place}>
                    <label class={s.check}>
                      <input
                        type="checkbox"
                        aria-label={`${name}: ${t[place]}`}
                        data-action={`${place}-${kind}`}
                        checked={wish[place]}
                        onChange={(event) =>
                          onKinds({ ...kinds, [kind]: { ...wish, [place]: event.currentTarget.checked } })
                        }
                      />
                    </label>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
