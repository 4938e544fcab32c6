import { frame } from "../words/frame";

/** A page of the navigation. */
export interface PageEntry {
  readonly path: string;
  readonly name: string;
}

const { pages } = frame;

export const overview: PageEntry = { path: "/", name: pages.overview };

export const posture: readonly PageEntry[] = [
  { path: "/compliance", name: pages.compliance },
  { path: "/findings", name: pages.findings },
  { path: "/exceptions", name: pages.exceptions },
  { path: "/attestations", name: pages.attestations },
];

export const explore: readonly PageEntry[] = [
  { path: "/assets", name: pages.assets },
  { path: "/accounts", name: pages.accounts },
  { path: "/query", name: pages.query },
];

export const below: readonly PageEntry[] = [
  { path: "/reports", name: pages.reports },
  { path: "/scans", name: pages.scans },
  { path: "/settings", name: pages.settings },
];

/** Whether a file that is opened without a server can hold what the page shows. */
export function fitsFile({ path }: PageEntry): boolean {
  return [overview, ...posture].some((page) => page.path === path) || path === "/accounts";
}

export const allPages: readonly PageEntry[] = [overview, ...posture, ...explore, ...below];
