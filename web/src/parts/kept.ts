import { useCallback, useState } from "react";

/** A choice of this browser as it was left, where it still is one of those that can be made. */
export function readKept<T>(name: string, initial: T, isChoice: (value: unknown) => value is T): T {
  try {
    const text = localStorage.getItem(`plumbline.${name}`);
    const value: unknown = text === null ? undefined : JSON.parse(text);
    return isChoice(value) ? value : initial;
  } catch {
    // Storage is switched off, or somebody wrote there what is no JSON: the page works without.
    return initial;
  }
}

/** Keeps a choice in this browser; where storage is switched off it lasts as long as the page. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`plumbline.${name}`, JSON.stringify(value));
  } catch {
    // As above.
  }
}

/** A choice that this browser keeps, as React state. */
export function useKept<T>(name: string, initial: T, isChoice: (value: unknown) => value is T): [T, (value: T) => void] {
  const [value, setValue] = useState(() => readKept(name, initial, isChoice));
  const set = useCallback(
    (next: T) => {
      keep(name, next);
      setValue(next);
    },
    [name],
  );
  return [value, set];
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
