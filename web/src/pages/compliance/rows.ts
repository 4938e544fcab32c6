import type { Schemas } from "../../api/client";

type Control = Schemas["ComplianceControl"];
type Section = Schemas["ComplianceSection"];
type Result = Schemas["ControlResult"];

/** A row of the rule table: a section, a rule in it, or an account under a rule. */
export type Row =
  | { readonly kind: "section"; readonly key: string; readonly section: Section; readonly rules: readonly RuleRow[] }
  | RuleRow
  | { readonly kind: "account"; readonly key: string; readonly result: Result };

export interface RuleRow {
  readonly kind: "rule";
  readonly key: string;
  readonly control: Control;
}

/** What the rule table lets through. */
export interface RuleFilter {
  readonly text: string;
  readonly failedOnly: boolean;
  readonly section: string | undefined;
}

/** What the rule table can be sorted by; in benchmark order unless told. */
export const sorts = ["severity", "status", "accounts", "failed", "rate", "affected"] as const;
export type Sort = (typeof sorts)[number];

export interface Order {
  readonly by: Sort;
  readonly descending: boolean;
}

const SEVERITIES: readonly Schemas["Severity"][] = ["low", "medium", "high", "critical"];
const STATUSES: readonly Schemas["Status"][] = ["NOT_APPLICABLE", "PASS", "MANUAL", "UNKNOWN", "FAIL"];

/** The share of checked units that did not fail; undefined where nothing was checked. */
export function passRate({ failed, checked }: Pick<Schemas["Counts"], "failed" | "checked">): number | undefined {
  return checked === 0 ? undefined : (checked - failed) / checked;
}

const WEIGHT: Readonly<Record<Sort, (control: Control) => number>> = {
  severity: ({ severity }) => SEVERITIES.indexOf(severity),
  status: ({ status }) => STATUSES.indexOf(status),
  accounts: ({ accountsFailing }) => accountsFailing,
  failed: ({ counts }) => counts.failed,
  rate: ({ counts }) => passRate(counts) ?? 2,
  affected: ({ counts }) => counts.affected,
};

function fits(control: Control, { text, failedOnly, section }: RuleFilter): boolean {
  if (failedOnly && control.status !== "FAIL") return false;
  if (section !== undefined && control.section !== section) return false;
  const said = `${control.control} ${control.title} ${control.rule} ${control.severity} ${control.category}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** Reads an order such as `-failed`; undefined for what is none. */
export function readOrder(text: string | undefined): Order | undefined {
  const by = sorts.find((sort) => sort === text?.replace(/^-/, ""));
  return by && { by, descending: text?.startsWith("-") ?? false };
}

/** Sections in their order, each with its rules that fit, sorted within it; a section without any is left out. */
export function tree(compliance: Pick<Schemas["Compliance"], "sections" | "controls">, filter: RuleFilter, order: Order | undefined) {
  return compliance.sections
    .map((section) => {
      const rules = compliance.controls
        .filter((control) => control.section === section.section && fits(control, filter))
        .map((control): RuleRow => ({ kind: "rule", key: control.rule, control }));
      if (order) {
        const weight = WEIGHT[order.by];
        const sign = order.descending ? -1 : 1;
        rules.sort((one, other) => sign * (weight(one.control) - weight(other.control)));
      }
      return { kind: "section", key: `section ${section.section}`, section, rules } as const;
    })
    .filter(({ rules }) => rules.length > 0);
}

/** Accounts under a rule, those that fail first. */
export function accountRows(results: readonly Result[]): Row[] {
  return results
    .toSorted((one, other) => STATUSES.indexOf(other.status) - STATUSES.indexOf(one.status) || other.counts.failed - one.counts.failed)
    .map((result) => ({ kind: "account", key: `${result.rule} ${result.accountId}`, result }));
}
