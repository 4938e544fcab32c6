import { expect, it } from "vitest";
import { ago, dayAfter, lasting, utcMoment } from "./time.ts";

const noon = new Date("2026-11-22T12:00:00Z");

it("says how long ago in one unit", () => {
  const moments = ["2026-11-22T11:59:40Z", "2026-11-22T11:15:00Z", "2026-11-21T13:00:00Z", "2026-11-10T12:00:00Z"];
  expect(moments.map((moment) => ago(moment, noon))).toEqual(["just now", "45 min ago", "23 h ago", "12 d ago"]);
});

it("says how long something lasted", () => {
  expect(lasting("2026-11-22T12:00:00Z", "2026-11-22T12:03:20Z")).toBe("3 min 20 s");
  expect(lasting("2026-11-22T12:00:00Z", "2026-11-22T14:05:00Z")).toBe("2 h 5 min");
});

it("names the zone of a moment in UTC", () => {
  expect(utcMoment("2026-11-22T12:00:05Z")).toBe("22 Nov 2026, 12:00:05 UTC");
});

it("counts days over the end of a month", () => {
  expect(dayAfter(noon, 30)).toBe("2026-12-22");
});
