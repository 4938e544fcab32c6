import { expect, it } from "vitest";
import { type Draft, proposalOf, scopeOf } from "./draft.ts";

const draft: Draft = {
  rules: ["sg-no-public-ssh"],
  accounts: [],
  ous: [],
  regions: "",
  arns: "",
  tags: "",
  reason: "A bastion that the vendor needs",
  owner: "ana",
  expires: "2027-01-31",
};

it("holds everywhere when nothing is said", () => {
  expect(scopeOf(draft)).toEqual({});
});

it("gathers several values of one tag", () => {
  expect(scopeOf({ ...draft, tags: "environment=sandbox\nenvironment = test\n\nteam=a=b" }).tags).toEqual({
    environment: ["sandbox", "test"],
    team: ["a=b"],
  });
});

it("takes regions apart at spaces and commas, and ARNs at lines", () => {
  expect(scopeOf({ ...draft, regions: "eu-west-1, global", arns: " arn:a \narn:b\n" })).toEqual({
    regions: ["eu-west-1", "global"],
    arns: ["arn:a", "arn:b"],
  });
});

it("is no proposal before there is a reason that an auditor can read", () => {
  expect(proposalOf({ ...draft, reason: "  because  " })).toBeUndefined();
  expect(proposalOf(draft)?.reason).toBe("A bastion that the vendor needs");
});
