import { expect, it } from "vitest";
import type { Schemas } from "../api/client";
import type { Data } from "./data.ts";
import { complianceIn } from "./numbers.ts";

const NONE = { failed: 0, checked: 0, excepted: 0, notApplicable: 0, manual: 0, unknown: 0, affected: 0 };

function result(
  control: string,
  accountId: string,
  status: Schemas["Status"],
  counts: Partial<Schemas["Counts"]>,
): Schemas["ControlResult"] {
  return {
    control,
    rule: `rule-${control}`,
    title: control,
    section: control.slice(0, 1),
    category: "",
    level: 1,
    scored: control !== "1.9",
    severity: "high",
    accountId,
    accountName: accountId,
    status,
    counts: { ...NONE, ...counts },
    updated: accountId === "a" ? "2026-11-20T00:00:00Z" : "2026-11-21T00:00:00Z",
  };
}

const results = [
  result("1.1", "a", "FAIL", { failed: 2, checked: 3, affected: 2 }),
  result("1.1", "b", "PASS", { checked: 4 }),
  result("1.9", "a", "MANUAL", { manual: 1 }),
  result("2.1", "b", "UNKNOWN", { unknown: 1 }),
];
const score = { passed: 0, failed: 0, unknown: 0, manual: 0, notApplicable: 0 };
const controls = ["1.1", "1.9", "2.1"].map((id) => {
  const { accountId: _a, accountName: _b, updated: _c, ...control } = result(id, "", "UNKNOWN", {});
  return { ...control, accounts: 0, accountsFailing: 0 };
});
const data = {
  compliance: {
    framework: "f",
    title: "F",
    assessment: { id: "s1", now: "2026-11-22T00:00:00Z", accounts: 9, entered: 9, stale: false },
    score,
    target: 0.9,
    sections: ["1", "2"].map((section) => ({ section, title: section, score, counts: NONE })),
    controls,
    gaps: 9,
  },
  results,
  accounts: [
    { id: "a", status: "ACTIVE", entered: true },
    { id: "b", status: "ACTIVE", entered: false },
    { id: "c", status: "SUSPENDED", entered: false },
  ],
  about: { gaps: { a: 1, b: 3 } },
} as unknown as Data;

it("adds up the accounts of a scope as the server does", () => {
  const both = complianceIn(data, () => true);
  expect(both.score).toEqual({ share: 0.5, passed: 1, failed: 1, unknown: 1, manual: 0, notApplicable: 0 });
  expect(both.sections[0]?.counts).toEqual({ ...NONE, failed: 2, checked: 7, affected: 2, manual: 1 });
  expect(both.controls.map(({ status, accounts, accountsFailing }) => [status, accounts, accountsFailing])).toEqual([
    ["FAIL", 2, 1],
    ["MANUAL", 1, 0],
    ["UNKNOWN", 1, 0],
  ]);
  expect(both.controls[0]?.updated).toBe("2026-11-21T00:00:00Z");
  expect(both.assessment).toMatchObject({ accounts: 2, entered: 1 });
  expect(both.gaps).toBe(4);
});

it("says of one account what is so there, and that what was not judged is unknown", () => {
  const one = complianceIn(data, (id) => id === "b");
  expect(one.score.share).toBe(1);
  expect(one.controls.map(({ status }) => status)).toEqual(["PASS", "UNKNOWN", "UNKNOWN"]);
  expect(one.controls[1]?.updated).toBeUndefined();
  expect(one.gaps).toBe(3);
});
