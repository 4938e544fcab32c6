import { applyDensity, applyMode, Density, Mode } from "@cloudscape-design/global-styles";
import { keep, readKept } from "../parts/kept";

export const themes = ["system", "light", "dark"] as const;
export const densities = ["compact", "comfortable"] as const;

/** How the page looks in this browser. */
export interface Display {
  readonly theme: (typeof themes)[number];
  readonly density: (typeof densities)[number];
}

function oneOf<T extends string>(choices: readonly T[]) {
  return (value: unknown): value is T => choices.some((choice) => choice === value);
}

export function keptDisplay(): Display {
  return { theme: readKept("theme", "system", oneOf(themes)), density: readKept("density", "compact", oneOf(densities)) };
}

/** Makes the page look so, and keeps the choice in this browser. */
export function show(display: Display): void {
  keep("theme", display.theme);
  keep("density", display.density);
  const dark = display.theme === "dark" || (display.theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  applyMode(dark ? Mode.Dark : Mode.Light);
  applyDensity(display.density === "compact" ? Density.Compact : Density.Comfortable);
}

/** Paper is light: the page is made so before it is printed, and as it was afterwards; ends with what it returns. */
export function lightOnPaper(): () => void {
  const before = (): void => applyMode(Mode.Light);
  const after = (): void => show(keptDisplay());
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}

/** Follows the system when it turns dark or light; ends with what it returns. */
export function followSystem(changed: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", changed);
  return () => system.removeEventListener("change", changed);
}
