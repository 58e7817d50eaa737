import s from "./icon.module.css";

/** A path of 24 by 24, beside words that say the same: so it is hidden from whoever listens. */
export function Icon({ path, class: name = "" }: { readonly path: string; readonly class?: string | undefined }) {
  return (
    <svg class={`${s.icon} ${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
