import { expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { matrix } from "./matrix.ts";

const result = (accountId: string, control: string, status: Schemas["Status"]): Schemas["ControlResult"] => ({
  control,
  rule: `rule-${control}`,
  title: control,
  section: "1",
  category: "",
  level: 1,
  scored: true,
  severity: "high",
  accountId,
  accountName: accountId,
  status,
  counts: { failed: 0, checked: 0, excepted: 0, notApplicable: 0, manual: 0, unknown: 0, affected: 0 },
  updated: "2026-11-20T06:00:00Z",
});

it("has each control once, as they came, and finds a result by account and control", () => {
  const laid = matrix([result("a", "1.9", "FAIL"), result("b", "1.9", "PASS"), result("a", "1.10", "MANUAL")]);
  expect(laid.columns.map(({ control }) => control)).toEqual(["1.9", "1.10"]);
  expect(laid.at("b", "1.9")?.status).toBe("PASS");
  expect(laid.at("b", "1.10")).toBeUndefined();
});
