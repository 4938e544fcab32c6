import { expect, it } from "vitest";
import type { Schemas } from "../../api/client.ts";
import { type Node, organization, units } from "./tree.ts";

function account(name: string, ...ous: string[]): Schemas["Account"] {
  const score = { passed: 0, failed: 0, unknown: 0, manual: 0, notApplicable: 0 };
  return { id: name, name, status: "ACTIVE", entered: true, ous, regions: [], score, openFindings: 0, gaps: 0 };
}

function text(node: Node): string {
  return node.kind === "ou" ? `${node.name}[${node.children.map(text).join(" ")}]` : node.account.name;
}

it("puts units before accounts, each by name", () => {
  const tree = organization([
    account("management", "Root"),
    account("prod", "Root", "Workloads", "Production"),
    account("lab", "Root", "Sandbox"),
  ]);
  expect(tree.map(text)).toEqual(["Root[Sandbox[lab] Workloads[Production[prod]] management]"]);
});

it("counts the accounts of a unit and of those below it", () => {
  const tree = organization([account("a", "Root"), account("b", "Root", "X"), account("c", "Root", "X", "Y")]);
  expect(units(tree).map(({ key, accounts }) => [key, accounts])).toEqual([
    ["Root", 3],
    ["Root/X", 2],
    ["Root/X/Y", 1],
  ]);
});

it("keeps an account that belongs to no organization", () => {
  expect(organization([account("alone")]).map(text)).toEqual(["alone"]);
});
