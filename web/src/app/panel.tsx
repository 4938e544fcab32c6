import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";

interface Panel {
  readonly title: string;
  readonly close: () => void;
}

interface Panels {
  readonly host: HTMLElement | null;
  readonly open: (panel: Panel | undefined) => void;
}

const Context = createContext<Panels>({ host: null, open: () => undefined });

/** Holds the one panel below the page, which the frame draws and pages fill. */
export function usePanels() {
  const [host, setHost] = useState<HTMLElement | null>(null);
  const [panel, open] = useState<Panel>();
  const value = useMemo(() => ({ host, open }), [host]);
  return { panel, setHost, value };
}

export const PanelProvider = Context.Provider;

interface Properties extends Panel {
  readonly children: ReactNode;
}

/** While it is drawn, the frame's panel is open and shows its children. */
export function PagePanel({ title, close, children }: Properties) {
  const { host, open } = useContext(Context);
  useEffect(() => open({ title, close }), [open, title, close]);
  useEffect(() => () => open(undefined), [open]);
  return host && createPortal(children, host);
}
