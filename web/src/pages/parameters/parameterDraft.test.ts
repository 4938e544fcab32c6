import { expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { draftOf, requestOf, valueOf } from "./parameterDraft.ts";
import { matching, placeText, valueText } from "./parameterText.ts";

const setting: Schemas["ParameterSetting"] = {
  rule: "sg-no-public-ssh",
  parameter: "protocols",
  place: { kind: "ou", name: "ou-1" },
  value: ["tcp", "6"],
  reason: "Nothing else is open there.",
  by: "root",
  at: "2026-11-22T00:00:00Z",
};
const parameter: Schemas["RuleParameter"] = {
  rule: "sg-no-public-ssh",
  title: "No SSH",
  parameter: "protocols",
  type: "texts",
  default: ["tcp"],
  about: "the protocols",
  settings: [setting],
  holds: [{ value: ["tcp"], accounts: 2 }],
};
const names = { accounts: [{ id: "111122223333", name: "prod" }], ous: [{ id: "ou-1", name: "Work/Prod" }] };

it("gives back what it was given", () => {
  const { place, value, reason } = setting;
  expect(requestOf("texts", draftOf(parameter, setting, true))).toEqual({ place, value, reason });
});

it("begins with the default, for the widest place that somebody may choose", () => {
  expect(draftOf(parameter, undefined, true)).toMatchObject({ kind: "organization", value: "tcp", reason: "" });
  expect(draftOf(parameter, undefined, false).kind).toBe("account");
});

it.each([
  ["integer", " 90 ", 90],
  ["integer", "9.5", undefined],
  ["integer", "", undefined],
  ["boolean", "false", false],
  ["boolean", "perhaps", undefined],
  ["text", " ", undefined],
  ["text", "3.9", "3.9"],
  ["texts", "a, b,,", ["a", "b"]],
  ["texts", "", []],
] as const)("reads %s %j as %j", (type, typed, value) => {
  expect(valueOf(type, typed)).toEqual(value);
});

it("asks for a place and a reason", () => {
  const draft = draftOf(parameter, setting, true);
  expect(requestOf("texts", { ...draft, reason: " " })).toBeUndefined();
  expect(requestOf("texts", { ...draft, kind: "account" })).toBeUndefined();
  expect(requestOf("texts", { ...draft, kind: "organization" })?.place).toEqual({ kind: "organization" });
});

it("says values and places as people read them", () => {
  expect([valueText([]), valueText(true), valueText(90), valueText(["a", "b"])]).toEqual(["nothing", "Yes", "90", "a, b"]);
  expect(placeText({ kind: "account", name: "111122223333" }, names)).toBe("prod (111122223333)");
  expect(placeText({ kind: "ou", name: "ou-1" }, names)).toBe("Unit Work/Prod");
  expect(placeText({ kind: "ou", name: "Sandbox" }, undefined)).toBe("Unit Sandbox");
});

it("finds parameters by rule, place and reason", () => {
  const other = { ...parameter, parameter: "port", about: "the port", settings: [] };
  const found = (text: string, setOnly = false): string[] => matching([parameter, other], text, setOnly, names).map((one) => one.parameter);
  expect(found("work/prod")).toEqual(["protocols"]);
  expect(found("NO SSH")).toEqual(["protocols", "port"]);
  expect(found("", true)).toEqual(["protocols"]);
  expect(found("nothing else")).toEqual(["protocols"]);
});
