/** A point of the trend: when, and the share of passed results from 0 to 1. */
export interface TrendPoint {
  readonly at: string;
  readonly share: number;
}

/** Lower and upper end of the share axis in whole tenths, at least 0.3 apart, that hold all shares and the target. */
export function shareRange(shares: readonly number[], target: number): { readonly low: number; readonly high: number } {
  const all = [...shares, target];
  const high = Math.min(10, Math.ceil(Math.max(...all) * 10 + 0.2));
  const low = Math.max(0, Math.min(Math.floor(Math.min(...all) * 10 - 0.2), high - 3));
  return { low: low / 10, high: high / 10 };
}

/** Where a moment lies between the first and the last, from 0 to 1; one moment alone lies at the end. */
export function along(at: string, first: string, last: string): number {
  const length = Date.parse(last) - Date.parse(first);
  return length === 0 ? 1 : (Date.parse(at) - Date.parse(first)) / length;
}
