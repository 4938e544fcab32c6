import { useEffect } from "react";

interface Keys {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
  readonly onClosePanel: () => void;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog]") !== null
  );
}

function rows(): HTMLTableRowElement[] {
  return [...document.querySelectorAll<HTMLTableRowElement>("main tbody tr")].filter((row) => row.offsetParent !== null);
}

function currentRow(): HTMLTableRowElement | undefined {
  return document.activeElement?.closest("tr") ?? undefined;
}

/** Puts the focus on the row so many further; a row keeps it itself, so that Enter, x and e are about it. */
function move(by: 1 | -1): void {
  const all = rows();
  const current = currentRow();
  const next = all[current ? all.indexOf(current) + by : 0];
  if (!next) return;
  next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

function click(within: ParentNode | undefined, selector: string): void {
  within?.querySelector<HTMLElement>(selector)?.click();
}

function act(key: string, keys: Keys): boolean {
  const row = currentRow();
  switch (key) {
    case "/":
      document.querySelector<HTMLElement>("main [data-filter] input")?.focus();
      return true;
    case "j":
      move(1);
      return true;
    case "k":
      move(-1);
      return true;
    case "x":
      click(row, "input[type=checkbox]");
      // The box takes the focus when it is clicked; the row has it again, so that the next key is about it.
      row?.focus();
      return true;
    case "e":
      click(row?.querySelector(".key-e a") ? row : document, ".key-e a");
      return true;
    case "?":
      keys.onHelp();
      return true;
    case "Escape":
      keys.onClosePanel();
      return false;
    case "Enter":
      if (document.activeElement !== row) return false;
      click(row, "a[href]");
      return true;
    default:
      return false;
  }
}

/** The keys that work on every page, as long as nobody is typing. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        keys.onSearch();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (act(event.key, keys)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [keys]);
}
