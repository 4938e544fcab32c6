import { expect, it } from "vitest";
import { fitColumns } from "./fitColumns.ts";

const columns = [{ id: "title" }, { id: "status", width: 140 }, { id: "hidden", width: 500 }];

it("gives the rest to the column without a width", () => {
  expect(fitColumns(columns, ["title", "status"], 1000)[0]?.width).toBe(800);
});

it("leaves it readable where there is no rest", () => {
  expect(fitColumns(columns, ["title", "status"], 200)[0]?.width).toBe(240);
});
