import { describe, expect, it } from "vitest";
import type { Schemas } from "../../api/client.ts";
import { readOrder, tree } from "./rows.ts";

const counts = { failed: 0, checked: 4, excepted: 0, notApplicable: 0, manual: 0, unknown: 0, affected: 0 };
const score = { passed: 0, failed: 0, unknown: 0, manual: 0, notApplicable: 0 };

function control(number: string, change: Partial<Schemas["ComplianceControl"]>): Schemas["ComplianceControl"] {
  return {
    control: number,
    rule: `rule-${number}`,
    title: "Title",
    section: number.slice(0, 1),
    category: "Category",
    level: 1,
    scored: true,
    severity: "low",
    status: "PASS",
    counts,
    accounts: 2,
    accountsFailing: 0,
    ...change,
  };
}

const sections = ["1", "2"].map((section) => ({ section, title: `Section ${section}`, score, counts }));
const controls = [
  control("1.1", { title: "Root user", severity: "high", status: "FAIL" }),
  control("1.2", { severity: "critical" }),
  control("2.1", { status: "UNKNOWN" }),
];
const all = { text: "", failedOnly: false, section: undefined };

function shown(filter: Partial<typeof all>, order?: string): string[] {
  return tree({ sections, controls }, { ...all, ...filter }, readOrder(order)).flatMap(({ rules }) =>
    rules.map(({ control: { control: id } }) => id),
  );
}

describe("the rule table", () => {
  it("is in benchmark order unless told", () => {
    expect(shown({})).toEqual(["1.1", "1.2", "2.1"]);
  });

  it("does not take unknown for failed, nor for passed", () => {
    expect(shown({ failedOnly: true })).toEqual(["1.1"]);
  });

  it("finds every word of a text, in whatever field", () => {
    expect(shown({ text: "root HIGH" })).toEqual(["1.1"]);
  });

  it("leaves out sections in which nothing fits", () => {
    expect(tree({ sections, controls }, { ...all, text: "root" }, undefined).map(({ key }) => key)).toEqual(["section 1"]);
  });

  it("sorts within a section by weight, not by letters", () => {
    expect(shown({}, "-severity")).toEqual(["1.2", "1.1", "2.1"]);
  });

  it("takes an order that it does not know for none", () => {
    expect(readOrder("-price")).toBeUndefined();
  });
});
