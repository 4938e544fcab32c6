import type { Schemas } from "../api/client";

/** Words that several pages share. */
export const common = {
  product: "Plumbline",
  loading: "Loading",
  none: "None",
  cancel: "Cancel",
  close: "Close",
  save: "Save",
  retry: "Try again",
  copy: "Copy",
  copied: "Copied",
  clearFilters: "Clear filters",
  noMatchTitle: "Nothing matches",
  noMatch: "No row fits these filters.",
  requestId: (id: string) => `Request ${id}`,
  account: "Account",
  region: "Region",
  severity: "Severity",
  status: "Status",
  rule: "Rule",
  asset: "Asset",
  owner: "Owner",
  reason: "Reason",
  everywhere: "All accounts",
  active: "Active",
  paused: "Paused",
  change: "Change",
  remove: "Remove",
  nobody: "Nobody",
  columns: "Columns",
  rowsShown: "Rows a page",
  rows: (count: number) => `${number(count)} rows`,
  apply: "Apply",
  utc: (text: string) => `${text} UTC`,
  openPanel: "Open the details",
  closePanel: "Close the details",
  resizePanel: "Resize the details",
} as const;

export const statusWords: Readonly<Record<Schemas["Status"], string>> = {
  PASS: "Pass",
  FAIL: "Fail",
  UNKNOWN: "Unknown",
  MANUAL: "Manual",
  NOT_APPLICABLE: "Not applicable",
};

export const severityWords: Readonly<Record<Schemas["Severity"], string>> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
  informational: "Informational",
};

const NUMBER = new Intl.NumberFormat("en");

/** A number with its thousands apart. */
export function number(value: number): string {
  return NUMBER.format(value);
}

/** A share of one as whole per cent; never 100 % or 0 % when that is not quite true. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 100 && share < 1) return "99 %";
  if (whole === 0 && share > 0) return "1 %";
  return `${whole} %`;
}

/** A count with its noun. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}
