import { effect } from "@preact/signals";
import { contrast, textSize, theme } from "./settings.ts";

const BAR = { light: "#e9efec", dark: "#1b211f", black: "#101514" } as const;

/** Keeps the page as the settings say; the colour of the browser's own bar, too. */
export function keepLook(): void {
  const metas = [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")];
  const asBuilt = metas.map((meta) => meta.content);
  effect(() => {
    const { documentElement } = document;
    documentElement.dataset.theme = theme.value;
    documentElement.dataset.contrast = contrast.value;
    documentElement.style.setProperty("--text-size", `${textSize.value}%`);
    const chosen = theme.value;
    metas.forEach((meta, place) => {
      meta.content = chosen === "system" ? (asBuilt[place] ?? BAR.light) : BAR[chosen];
    });
  });
}
