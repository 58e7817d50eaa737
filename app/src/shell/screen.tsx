import { mdiArrowLeft } from "@mdi/js";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { hidesAmounts } from "../state/settings.ts";
import { texts } from "../state/texts.ts";
import { IconButton } from "../ui/button.tsx";
import s from "./screen.module.css";
import { steps } from "./steps.ts";

interface ScreenProps {
  /** For tests: which screen this is, whatever the language. */
  readonly name: string;
  readonly title: string;
  /** Where the arrow leads when the app was opened here; none on the first level. */
  readonly up?: string;
  readonly actions?: ComponentChildren;
  /** It has two panes where there is room. */
  readonly wide?: boolean;
  /** It has one column of little width, under its title. */
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
}

/** Longer titles have two lines on a phone, which are set smaller. */
const LONG = 22;

/** One screen with its bar. A screen reader is told its name when it comes. */
export function Screen({ name, title, up, actions, wide, narrow, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { route } = useLocation();
  const back = () => (steps.inside > 0 ? history.back() : route(up ?? "/", true));
  const isHidden = hidesAmounts.value;
  useEffect(() => {
    document.title = title === "MyBudget" ? title : `${isHidden ? masked(title) : title} · MyBudget`;
  }, [title, isHidden]);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [name]);
  return (
    <div class={`${s.screen} ${wide ? s.wide : narrow ? s.narrow : ""}`} data-screen={name}>
      <header class={s.bar}>
        {up !== undefined && (
          <IconButton icon={mdiArrowLeft} label={texts().common.back} action="back" onClick={back} />
        )}
        <h1 class={`${s.title} ${title.length > LONG ? s.long : ""}`} ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions}
      </header>
      <div class={s.content}>{children}</div>
    </div>
  );
}

/** A window's title is seen where the screen is not, such as in a list of tabs. */
function masked(title: string): string {
  return title.replace(/\d[\d\s.,'’\u00a0\u202f]*/g, "•••");
}
