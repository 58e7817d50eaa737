import {
  mdiChartBar,
  mdiChevronRight,
  mdiCogOutline,
  mdiShapeOutline,
  mdiStorefrontOutline,
  mdiSync,
  mdiTagOutline,
  mdiWalletOutline,
} from "@mdi/js";
import { Screen } from "../../shell/screen.tsx";
import { changeUser, ledger, user } from "../../state/device.ts";
import { texts } from "../../state/texts.ts";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Row } from "../../ui/row.tsx";

/** The way to everything that is not in the bar. */
export function More() {
  const t = texts().more;
  const places = [
    { href: "/accounts", name: "accounts", label: t.accounts, icon: mdiWalletOutline },
    { href: "/charts", name: "charts", label: t.charts, icon: mdiChartBar },
    { href: "/categories", name: "categories", label: t.categories, icon: mdiShapeOutline },
    { href: "/payees", name: "payees", label: t.payees, icon: mdiStorefrontOutline },
    { href: "/tags", name: "tags", label: t.tags, icon: mdiTagOutline },
    { href: "/sync", name: "sync", label: t.sync, icon: mdiSync },
    { href: "/settings", name: "settings", label: t.settings, icon: mdiCogOutline },
  ];
  const ledgers = user.value?.ledgers ?? [];
  return (
    <Screen name="more" title={t.title}>
      <Card>
        {places.map(({ href, name, label, icon }) => (
          <Row
            key={name}
            href={href}
            action={`go-${name}`}
            lead={<Icon path={icon} />}
            title={label}
            end={<Icon path={mdiChevronRight} />}
          />
        ))}
      </Card>
      {ledgers.length > 1 && (
        <Card title={t.ledgers}>
          {ledgers.map(({ id, name, currency }) => (
            <Row
              key={id}
              action="choose-ledger"
              title={name}
              note={currency}
              selected={id === ledger.value?.id}
              onPress={() => user.value && changeUser(user.value.id, { ledgerId: id })}
            />
          ))}
        </Card>
      )}
    </Screen>
  );
}
