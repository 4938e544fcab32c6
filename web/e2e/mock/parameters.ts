import { before, type Schemas } from "./fixtures/estate.ts";
import type { Route } from "./routes.ts";

const setting = { rule: "iam-access-key-rotation-90d", parameter: "max_age_days", by: "root", at: before(80) };

let judging = false;

const items: readonly Schemas["RuleParameter"][] = [
  {
    rule: "iam-access-key-rotation-90d",
    title: "Active access keys are at most 90 days old",
    parameter: "max_age_days",
    type: "integer",
    default: 90,
    about: "The age in days from which a key is too old.",
    settings: [
      { ...setting, place: { kind: "organization" }, value: 60, reason: "What our policy asks for." },
      { ...setting, place: { kind: "ou", name: "ou-plmb-prd" }, value: 30, reason: "Production is stricter." },
      {
        ...setting,
        place: { kind: "account", name: "210000000006" },
        value: 365,
        reason: "A training account that is rebuilt each night.",
      },
    ],
    holds: [
      { value: 60, accounts: 5 },
      { value: 30, accounts: 2 },
      { value: 365, accounts: 1 },
    ],
  },
  {
    rule: "config-all-regions",
    title: "AWS Config records every region",
    parameter: "excluded_regions",
    type: "texts",
    default: [],
    about: "Regions that need no recorder.",
    settings: [],
    holds: [{ value: [], accounts: 8 }],
  },
  {
    rule: "config-all-regions",
    title: "AWS Config records every region",
    parameter: "allow_exclusions",
    type: "boolean",
    default: false,
    about: "Whether a recorder may leave types out.",
    settings: [],
    holds: [{ value: false, accounts: 8 }],
  },
];

/** Routes of what rules can be told. */
export const parameters: Readonly<Record<string, Route>> = {
  "GET /api/parameters": ({ query }) => {
    const rules = query.getAll("rule");
    const body: Schemas["Parameters"] = {
      items: items.filter(({ rule }) => rules.length === 0 || rules.includes(rule)),
      outdated: [],
      pending: !judging,
      judging,
    };
    judging = false;
    return { status: 200, body };
  },
  "POST /api/assessments": () => {
    judging = true;
    return { status: 202 };
  },
};
