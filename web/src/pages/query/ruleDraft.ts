import type { Schemas } from "../../api/client";

/** A rule that somebody makes of a query, as they are typing it. */
export interface RuleDraft {
  readonly id: string;
  readonly title: string;
  readonly severity: Schemas["Severity"];
  readonly category: string;
  readonly meaning: string;
  readonly unit: string;
  /** Empty if nothing stands behind the unit. */
  readonly asset: string;
  readonly fails: Schemas["RuleDraft"]["fails"];
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

/** What says where or how a unit is, and does not name it. */
const NO_UNIT = ["account_id", "region", "status", "reason", "evidence"];

/** Where to begin with a query that gives these columns. */
export function draftOf(columns: readonly string[]): RuleDraft {
  const arn = columns.includes("arn") ? "arn" : "";
  return {
    id: "",
    title: "",
    severity: "medium",
    category: "",
    meaning: "",
    unit: columns.includes("unit") ? "unit" : arn || (columns.find((column) => !NO_UNIT.includes(column)) ?? ""),
    asset: columns.includes("asset") ? "asset" : arn,
    fails: columns.includes("status") ? "status" : "every-row",
  };
}

export type Missing = "account" | "id" | "title" | "category" | "meaning" | "unit";

/** The first thing that keeps a draft from being a rule. */
export function missingOf(draft: RuleDraft, columns: readonly string[]): Missing | undefined {
  if (!columns.includes("account_id")) return "account";
  if (!ID.test(draft.id.trim())) return "id";
  if (draft.title.trim() === "") return "title";
  if (draft.category.trim() === "") return "category";
  if (draft.meaning.trim() === "") return "meaning";
  return draft.unit === "" ? "unit" : undefined;
}

/** The request that a draft makes. */
export function requestOf({ id, asset, ...draft }: RuleDraft, sql: string): Schemas["RuleDraft"] {
  return { ...draft, id: id.trim(), sql, ...(asset !== "" && { asset }) };
}
