import { expect, it } from "vitest";
import { along, shareRange } from "./scale.ts";

it("holds every share and the target", () => {
  expect(shareRange([0.62, 0.71], 0.9)).toEqual({ low: 0.6, high: 1 });
  expect(shareRange([0.05], 0.9)).toEqual({ low: 0, high: 1 });
});

it("is not so narrow that a small change looks large", () => {
  const { low, high } = shareRange([0.9, 0.91], 0.9);
  expect(high - low).toBeGreaterThanOrEqual(0.29);
});

it("places moments by time, not by number", () => {
  expect(along("2026-11-02T00:00:00Z", "2026-11-01T00:00:00Z", "2026-11-05T00:00:00Z")).toBe(0.25);
});
