import { describe, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { askOf } from "./ask.ts";
import { findingsOf, groupsOf } from "./findings.ts";

function finding(id: string, more: Partial<Schemas["Finding"]> = {}): Schemas["Finding"] {
  return {
    id,
    rule: "iam-user-mfa-console",
    title: "Users have a second factor",
    severity: "high",
    accountId: "210000000004",
    accountName: "prod-core",
    region: "global",
    unit: `arn:aws:iam::210000000004:user/${id}`,
    state: "open",
    reason: "It has none.",
    firstSeen: "2026-11-01T00:00:00Z",
    lastSeen: "2026-11-22T00:00:00Z",
    reopened: 0,
    disposition: "none",
    ...more,
  };
}

function account(id: string, ous: string[], ouIds: string[]): Schemas["Account"] {
  const score = { passed: 0, failed: 0, unknown: 0, manual: 0, notApplicable: 0 };
  return { id, name: id, status: "ACTIVE", entered: true, ous, ouIds, regions: [], score, openFindings: 0, gaps: 0 };
}

const all = [
  finding("a", { severity: "low", firstSeen: "2026-11-03T00:00:00Z", owner: "ana" }),
  finding("b", { severity: "critical", accountId: "210000000006", accountName: "sandbox", region: "eu-west-1" }),
  finding("c", { state: "resolved", resolvedAt: "2026-11-20T00:00:00.5Z", ticket: "JIRA-7" }),
  finding("d", { exception: "x", asset: "arn:aws:s3:::logs", rule: "s3-public" }),
];
const accounts = [
  account("210000000004", ["Root", "Workloads"], ["r-1", "ou-1"]),
  account("210000000006", ["Root", "Sandbox"], ["r-1", "ou-2"]),
];
const ids = (query: Readonly<Record<string, unknown>>): string =>
  findingsOf(all, askOf(query), accounts)
    .map(({ id }) => id)
    .join("");

describe("findings in a file are asked for as on the server", () => {
  it("worst first, then oldest, then by id", () => {
    expect(ids({})).toBe("bcda");
    expect(ids({ sort: "severity" })).toBe("acdb");
    expect(ids({ sort: "-firstSeen" })).toBe("abcd");
    expect(ids({ sort: "account" })).toBe("cdab");
  });

  it("by state and by whether an exception covers them", () => {
    expect(ids({ state: ["open"], standing: "open" })).toBe("ba");
    expect(ids({ state: ["open"], standing: "covered" })).toBe("d");
    expect(ids({ state: ["resolved"], resolvedSince: "2026-11-20T00:00:00Z" })).toBe("c");
    expect(ids({ since: "2026-11-02T00:00:00Z" })).toBe("a");
  });

  it("by account, unit, region, rule, severity, owner, asset and text, all of which must fit", () => {
    expect(ids({ account: ["210000000006"] })).toBe("b");
    expect(ids({ ou: ["Root/Sandbox"] })).toBe("b");
    expect(ids({ ou: ["ou-1"], account: ["210000000006"] })).toBe("");
    expect(ids({ ou: ["Root"], region: ["eu-west-1"] })).toBe("b");
    expect(ids({ rule: ["s3-public"] })).toBe("d");
    expect(ids({ severity: ["low", "critical"] })).toBe("ba");
    expect(ids({ owner: "none" })).toBe("bcd");
    expect(ids({ owner: "ana" })).toBe("a");
    expect(ids({ asset: "arn:aws:s3:::logs" })).toBe("d");
    expect(ids({ q: " jira " })).toBe("c");
  });

  it("counted by rule, asset or account, those with the worst first", () => {
    expect(groupsOf(all, "account").map(({ label, findings, critical }) => [label, findings, critical])).toEqual([
      ["sandbox", 1, 1],
      ["prod-core", 3, 0],
    ]);
    expect(groupsOf(all, "rule").map(({ key, accounts: of }) => [key, of])).toEqual([
      ["iam-user-mfa-console", 2],
      ["s3-public", 1],
    ]);
    expect(groupsOf(all, "asset").map(({ key }) => key)).toContain("arn:aws:s3:::logs");
  });
});
