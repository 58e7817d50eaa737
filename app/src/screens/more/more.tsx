import {
  mdiAccountGroupOutline,
  mdiBellOutline,
  mdiBookMultipleOutline,
  mdiChartBar,
  mdiChevronRight,
  mdiCogOutline,
  mdiFileUploadOutline,
  mdiSync,
  mdiWalletOutline,
} from "@mdi/js";
import { Screen } from "../../shell/screen.tsx";
import { unread } from "../../state/inbox.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Row } from "../../ui/row.tsx";

/** The way to everything that is not in the bar. */
export function More() {
  const t = texts().more;
  const places = [
    { href: "/accounts", name: "accounts", label: t.accounts, icon: mdiWalletOutline },
    { href: "/charts", name: "charts", label: texts().charts.title, icon: mdiChartBar },
    { href: "/import", name: "import", label: texts().imports.title, icon: mdiFileUploadOutline },
    {
      href: "/notifications",
      name: "notifications",
      label: texts().notifications.title,
      icon: mdiBellOutline,
      note: unread.value > 0 ? texts().notifications.unread(unread.value) : undefined,
    },
    { href: "/people", name: "people", label: texts().people.title, icon: mdiAccountGroupOutline },
    { href: "/ledgers", name: "ledgers", label: texts().ledgers.title, icon: mdiBookMultipleOutline },
    { href: "/sync", name: "sync", label: t.sync, icon: mdiSync },
    { href: "/settings", name: "settings", label: t.settings, icon: mdiCogOutline },
  ];
  return (
    <Screen name="more" title={t.title}>
      <Card>
        {places.map(({ href, name, label, icon, note }) => (
          <Row
            key={name}
            href={href}
            action={`go-${name}`}
            lead={<Icon path={icon} />}
            title={label}
            note={note}
            end={<Icon path={mdiChevronRight} />}
          />
        ))}
      </Card>
    </Screen>
  );
}
