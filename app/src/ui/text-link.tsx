import type { ComponentChildren } from "preact";
import s from "./text-link.module.css";

interface TextLinkProps {
  readonly href: string;
  readonly action?: string;
  readonly children: ComponentChildren;
}

/** The way to another screen, in words; in the colour of what it stands in, so that it can be read there. */
export function TextLink({ href, action, children }: TextLinkProps) {
  return (
    <a class={s.link} href={href} data-action={action}>
      {children}
    </a>
  );
}
