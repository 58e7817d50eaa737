import { mdiChartDonut, mdiDotsHorizontal, mdiFormatListBulleted, mdiHomeVariant, mdiPlus } from "@mdi/js";
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { unread } from "../state/inbox.ts";
import { canWrite } from "../state/ledgers.ts";
import { prefill } from "../state/prefill.ts";
import { texts } from "../state/texts.ts";
import { Icon } from "../ui/icon.tsx";
import { Unseen } from "../ui/unseen.tsx";
import s from "./frame.module.css";
import { GlobalActions } from "./global-actions.tsx";
import { Notices } from "./notices.tsx";
import { SyncStrip } from "./sync-strip.tsx";

/** The app around its screens: the strip that tells how things stand, the screen, and the way to the others. */
export function Frame({ children }: { readonly children: ComponentChildren }) {
  const { path } = useLocation();
  const t = texts().navigation;
  const places = [
    { href: "/", name: "home", label: t.home, icon: mdiHomeVariant },
    { href: "/entries", name: "entries", label: t.entries, icon: mdiFormatListBulleted },
    { href: "/budgets", name: "budgets", label: t.budgets, icon: mdiChartDonut },
    { href: "/more", name: "more", label: t.more, icon: mdiDotsHorizontal, unread: unread.value },
  ];
  // The keypad needs the whole height of a phone.
  const isTyping = path === "/new";
  return (
    <div class={`${s.frame} ${isTyping ? s.typing : ""}`}>
      <GlobalActions />
      <SyncStrip />
      <main class={s.main}>
        <Notices isTyping={isTyping} />
        {children}
      </main>
      <nav class={s.navigation} aria-label={t.label}>
        {places.slice(0, 2).map((place) => (
          <Place key={place.name} {...place} path={path} />
        ))}
        {canWrite.value && (
          <a class={s.add} href={`/new${prefill.value}`} data-action="add" aria-label={t.add} title={t.add}>
            <Icon path={mdiPlus} />
          </a>
        )}
        {places.slice(2).map((place) => (
          <Place key={place.name} {...place} path={path} />
        ))}
      </nav>
    </div>
  );
}

interface PlaceProps {
  readonly href: string;
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  readonly path: string;
  /** So many things behind it are new. */
  readonly unread?: number;
}

function Place({ href, name, label, icon, path, unread = 0 }: PlaceProps) {
  const isHere = href === "/" ? path === "/" : path.startsWith(href);
  return (
    <a class={s.place} href={href} data-action={`go-${name}`} aria-current={isHere ? "page" : undefined}>
      <span class={s.pill}>
        <Icon path={icon} />
        {unread > 0 && (
          <span class={s.dot} data-unread={unread}>
            <Unseen>{texts().navigation.unread(unread)}</Unseen>
          </span>
        )}
      </span>
      <span>{label}</span>
    </a>
  );
}
