import { expect, it } from "vitest";
import { draftOf, missingOf, requestOf } from "./ruleDraft.ts";

const COLUMNS = ["account_id", "region", "arn", "user_name"];
const FULL = { ...draftOf(COLUMNS), id: "my-rule", title: "Title", category: "Mine", meaning: "What it means" };

it("begins with the column that names things, and with the status where the query has one", () => {
  expect(draftOf(COLUMNS)).toMatchObject({ unit: "arn", asset: "arn", fails: "every-row" });
  expect(draftOf(["account_id", "status", "user_name"])).toMatchObject({ unit: "user_name", asset: "", fails: "status" });
  expect(draftOf(["account_id"])).toMatchObject({ unit: "" });
});

it("says what is missing, the query's own lack first", () => {
  expect(missingOf(FULL, COLUMNS)).toBeUndefined();
  expect(missingOf(FULL, ["arn"])).toBe("account");
  for (const id of ["", "rule", "My-rule", "my_rule", "my-rule-"]) expect(missingOf({ ...FULL, id }, COLUMNS)).toBe("id");
  expect(missingOf({ ...FULL, title: " " }, COLUMNS)).toBe("title");
  expect(missingOf({ ...FULL, unit: "" }, COLUMNS)).toBe("unit");
});

it("leaves the asset out where there is none", () => {
  expect(requestOf({ ...FULL, asset: "" }, "select 1")).not.toHaveProperty("asset");
  expect(requestOf({ ...FULL, id: " my-rule " }, "select 1")).toMatchObject({ id: "my-rule", asset: "arn", sql: "select 1" });
});
