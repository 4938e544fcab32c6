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
  { path: "/scans", name: pages.scans },
  { path: "/settings", name: pages.settings },
];

export const allPages: readonly PageEntry[] = [overview, ...posture, ...explore, ...below];
