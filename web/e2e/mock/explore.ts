import { accounts, before, inScope, paged, type Schemas } from "./fixtures/estate.ts";
import { findings } from "./fixtures/findings.ts";
import { exceptions } from "./fixtures/people.ts";
import { assessmentOf, compliance, results, type Scenario, scoreOf } from "./fixtures/verdicts.ts";
import type { Answer, Route } from "./routes.ts";

function ok<T>(body: T, status = 200): Answer {
  return { status, body };
}

function body<T>(sent: unknown): T {
  return sent as T;
}

function assetHits(scenario: Scenario): Schemas["AssetHit"][] {
  const open = findings(scenario);
  const arns = Map.groupBy(open, ({ asset }) => asset ?? "");
  return [...arns].map(([arn, list]) => ({
    arn,
    type: "aws_iam_user",
    accountId: list[0]?.accountId ?? "",
    accountName: list[0]?.accountName ?? "",
    region: "global",
    name: arn.split("/").at(-1) ?? arn,
    match: "arn",
    findings: list.filter(({ state }) => state === "open").length,
  }));
}

function asset(arn: string, scenario: Scenario): Schemas["Asset"] {
  const list = findings(scenario).filter((finding) => finding.asset === arn);
  const account = accounts.find(({ id }) => arn.includes(id)) ?? accounts[0];
  return {
    arn,
    type: "aws_iam_user",
    accountId: account?.id ?? "",
    accountName: account?.name ?? "",
    region: "global",
    name: arn.split("/").at(-1) ?? arn,
    created: before(9000),
    tags: { environment: "production", team: "payments", "cost-center": "4711" },
    configuration: {
      aws_iam_user: {
        user_name: "ci-build",
        user_id: "AIDAEXAMPLE",
        path: "/",
        create_date: before(9000),
        password_last_used: null,
        attached_policies: [{ policy_name: "ReadReports", policy_arn: `arn:aws:iam::${account?.id}:policy/ReadReports` }],
        inline_policies: [],
        permissions_boundary: null,
      },
      aws_iam_credential_report: {
        access_key_1_active: true,
        access_key_1_last_rotated: before(4800),
        mfa_active: false,
        password_enabled: false,
      },
    },
    unread: { aws_iam_user: ["mfa_devices"] },
    refersTo: [{ arn: `arn:aws:iam::${account?.id}:policy/ReadReports`, type: "aws_iam_policy", kind: "attached_policies" }],
    referredToBy: [
      { arn: `arn:aws:iam::${account?.id}:group/builders`, type: "aws_iam_group", kind: "users" },
      { arn: `arn:aws:s3:::reports-${account?.name}`, type: "aws_s3_bucket", kind: "policy" },
    ],
    findings: list,
  };
}

const timeline: Schemas["TimelineEntry"][] = [
  { at: before(27), lane: "compliance", title: "Active access keys are at most 90 days old: failed", finding: "0".repeat(32) },
  {
    at: before(51),
    lane: "configuration",
    title: "aws_iam_user changed",
    snapshot: "day-27",
    changes: [
      { field: "attached_policies[1]", was: "PowerUserAccess" },
      { field: "tags.team", was: "platform", is: "payments" },
    ],
  },
  { at: before(700), lane: "configuration", title: "First seen", snapshot: "day-1" },
];

function account(scenario: Scenario): (one: (typeof accounts)[number]) => Schemas["Account"] {
  return ({ id, name, ous, entered }) => {
    const all = results(new URLSearchParams({ account: id }), scenario);
    return {
      id,
      name,
      status: "ACTIVE",
      entered: entered || scenario === "clean",
      email: `aws+${name}@example.org`,
      ous: [...ous],
      regions: entered ? ["us-east-1", "eu-west-1", "eu-central-1"] : [],
      ...(name.startsWith("prod") && { owner: "Payments" }),
      contacts: { security: "security@example.org" },
      policies: ["FullAWSAccess", "DenyLeaving"],
      score: scoreOf(all),
      openFindings: findings(scenario).filter((finding) => finding.accountId === id && finding.state === "open").length,
      gaps: entered ? (name === "prod-core" ? 2 : 0) : 1,
      lastScan: before(3),
      ...(!entered &&
        scenario !== "clean" && {
          trouble:
            "sts:AssumeRole on arn:aws:iam::210000000007:role/PlumblineAudit was denied (AccessDenied): the role does not exist there, or does not trust this account.",
        }),
    };
  };
}

const tables: Schemas["Table"][] = [
  ["aws_iam_user", "IAM users", 214, ["account_id", "arn", "user_name", "create_date", "password_last_used", "tags"]],
  ["aws_iam_access_key", "Access keys of IAM users", 96, ["account_id", "user_arn", "access_key_id", "status", "create_date"]],
  ["aws_s3_bucket", "S3 buckets", 141, ["account_id", "region", "name", "bucket_policy", "public_access_block"]],
  ["aws_vpc_security_group", "Security groups", 377, ["account_id", "region", "group_id", "ip_permissions"]],
  ["aws_cloudtrail_trail", "CloudTrail trails", 9, ["account_id", "region", "name", "is_multi_region_trail"]],
  ["aws_lambda_function", "Lambda functions", -1, ["account_id", "region", "function_name", "runtime"]],
].map(([name, description, rows, columns]) => ({
  name: String(name),
  description: String(description),
  rows: Number(rows),
  columns: (columns as string[]).map((column) => ({ name: column, type: column.endsWith("date") ? "TIMESTAMPTZ" : "VARCHAR" })),
}));

function query({ sql }: Schemas["QueryRequest"]): Answer {
  if (!/^\s*(select|with)\b/i.test(sql))
    return {
      status: 400,
      body: {
        type: "about:blank",
        title: "Only one SELECT can be asked",
        status: 400,
        detail: "The text begins with something else. Take out what is not part of the SELECT, then run it again.",
        requestId: "01JD7Q4X2P",
      },
    };
  return ok<Schemas["QueryAnswer"]>({
    columns: ["account_id", "users"],
    rows: accounts.map(({ id }, index) => [id, index === 3 ? null : 40 - index * 4]),
    cut: false,
    notes: ["aws_iam_user could not be read in acquired (210000000007): its rows are missing here."],
    milliseconds: 14,
  });
}

function overview(scenario: Scenario): Schemas["Overview"] {
  const { score, controls } = compliance(new URLSearchParams(), scenario);
  const none: Schemas["Overview"] = {
    since: before(27),
    opened: 0,
    resolved: 0,
    reopened: 0,
    critical: [],
    expiredExceptions: [],
    expiringExceptions: 0,
    troubles: [],
    top: [],
    score,
  };
  if (scenario === "first") return none;
  if (scenario === "clean") return { ...none, assessment: assessmentOf(scenario), scoreBefore: score };
  return {
    ...none,
    assessment: assessmentOf(scenario),
    opened: 14,
    resolved: 22,
    reopened: 1,
    critical: findings(scenario)
      .filter(({ severity, state }) => state === "open" && (severity === "critical" || severity === "high"))
      .slice(0, 10),
    expiredExceptions: exceptions.filter(({ state }) => state === "expired"),
    expiringExceptions: 1,
    troubles: [{ text: "acquired (210000000007) could not be entered: sts:AssumeRole was denied", accountId: "210000000007" }],
    top: controls.toSorted((one, other) => other.counts.affected - one.counts.affected).slice(0, 5),
    scoreBefore: { ...score, share: (score.share ?? 0) - 0.02 },
  };
}

/** Routes of the pages that explore. */
export const explore: Readonly<Record<string, Route>> = {
  "GET /api/overview": ({ person }) => ok(overview(person.scenario)),
  "GET /api/assets": ({ query: asked, person }) => {
    const q = (asked.get("q") ?? "").toLowerCase();
    const within = inScope(asked);
    const types = asked.getAll("type");
    return ok<Schemas["AssetPage"]>(
      paged(
        assetHits(person.scenario).filter(
          ({ arn, accountId, type }) => arn.toLowerCase().includes(q) && within(accountId) && (types.length === 0 || types.includes(type)),
        ),
        asked,
      ),
    );
  },
  "GET /api/assets/one": ({ query: asked, person }) => ok(asset(asked.get("arn") ?? "", person.scenario)),
  "GET /api/assets/timeline": () => ok({ items: timeline }),
  "GET /api/accounts": ({ query: asked, person }) => {
    const q = (asked.get("q") ?? "").toLowerCase();
    const within = inScope(asked);
    const list = person.scenario === "first" ? [] : accounts;
    return ok<Schemas["AccountPage"]>(
      paged(list.filter(({ id, name }) => within(id) && `${id} ${name}`.includes(q)).map(account(person.scenario)), asked),
    );
  },
  "GET /api/tables": ({ person }) => ok({ items: person.scenario === "first" ? [] : tables }),
  "POST /api/query": ({ body: sent }) => query(body(sent)),
};
