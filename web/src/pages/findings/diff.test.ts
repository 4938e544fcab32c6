import { expect, it } from "vitest";
import { diffRows } from "./diff.ts";

it("puts what both have into one row and what changed side by side", () => {
  expect(diffRows({ KeyId: "k", On: false }, { KeyId: "k", On: true })).toEqual([
    { before: "{", after: "{", changed: false },
    { before: '  "KeyId": "k",', after: '  "KeyId": "k",', changed: false },
    { before: '  "On": false', after: '  "On": true', changed: true },
    { before: "}", after: "}", changed: false },
  ]);
});

it("leaves a side empty where something only goes or only comes", () => {
  expect(diffRows([1, 2], [1])).toEqual([
    { before: "[", after: "[", changed: false },
    { before: "  1,", after: "  1", changed: true },
    { before: "  2", after: undefined, changed: true },
    { before: "]", after: "]", changed: false },
  ]);
  expect(diffRows(undefined, { a: 1 }).every(({ before, changed }) => before === undefined && changed)).toBe(true);
  expect(diffRows({ a: 1 }, undefined).every(({ after, changed }) => after === undefined && changed)).toBe(true);
  expect(diffRows(undefined, undefined)).toEqual([]);
});

it("gives both texts back whole, whatever changed", () => {
  const before = { list: [1, 2, 3, 4], same: { deep: true }, gone: "x" };
  const after = { list: [2, 4, 5], same: { deep: true }, come: ["y"] };
  const rows = diffRows(before, after);
  const side = (name: "before" | "after") => JSON.parse(rows.map((row) => row[name] ?? "").join("\n")) as unknown;
  expect(side("before")).toEqual(before);
  expect(side("after")).toEqual(after);
});

it("does not compare what would take too long", () => {
  const long = Array.from({ length: 2100 }, (_, index) => index);
  const rows = diffRows(long, [...long, "more"]);
  expect(rows.length).toBe(2103);
  expect(rows.every(({ changed }) => changed)).toBe(true);
});
