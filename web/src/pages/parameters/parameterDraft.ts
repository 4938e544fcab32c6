import type { Schemas } from "../../api/client";

/** A value as somebody is typing it; what is typed is text, whatever the parameter's type. */
export interface ParameterDraft {
  readonly kind: Schemas["ParameterPlace"]["kind"];
  readonly unit: string;
  readonly account: string;
  readonly value: string;
  readonly reason: string;
}

/** What a change begins with: the setting as it is, or the default for a place that is still to be chosen. */
export function draftOf(
  { default: standard }: Schemas["RuleParameter"],
  setting: Schemas["ParameterSetting"] | undefined,
  seesAll: boolean,
): ParameterDraft {
  const value = setting?.value ?? standard;
  const name = setting?.place.name ?? "";
  const kind = setting?.place.kind ?? (seesAll ? "organization" : "account");
  return {
    kind,
    unit: kind === "ou" ? name : "",
    account: kind === "account" ? name : "",
    value: Array.isArray(value) ? value.join(", ") : String(value),
    reason: setting?.reason ?? "",
  };
}

/** What was typed as a value of the parameter's type; nothing where it is none. */
export function valueOf(type: Schemas["RuleParameter"]["type"], typed: string): Schemas["ParameterValue"] | undefined {
  const text = typed.trim();
  switch (type) {
    case "integer":
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "text":
      return text === "" ? undefined : text;
    case "texts":
      return text
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== "");
  }
}

/** The request that a draft makes; nothing while something is missing. */
export function requestOf(type: Schemas["RuleParameter"]["type"], draft: ParameterDraft): Schemas["ParameterRequest"] | undefined {
  const value = valueOf(type, draft.value);
  const { kind, unit, account } = draft;
  const name = kind === "ou" ? unit : account;
  const reason = draft.reason.trim();
  if (value === undefined || reason === "" || (kind !== "organization" && name === "")) return undefined;
  return { place: kind === "organization" ? { kind } : { kind, name }, value, reason };
}
