import { createContext, type ReactNode, useContext } from "react";
import type { About, LeftOut } from "../offline/data";

/** The file in which the pages were opened. */
export interface Offline {
  readonly about: About;
  readonly leftOut: readonly LeftOut[];
  /** What stands above every page. */
  readonly banner: ReactNode;
}

const Context = createContext<Offline | undefined>(undefined);

export const OfflineProvider = Context.Provider;

/** The file in which the pages were opened; undefined where there is a server. What needs one is not drawn without. */
export function useOffline(): Offline | undefined {
  return useContext(Context);
}
