import type { components } from "../api/generated/openapi";
import { among, type Ask, byText, holds } from "./ask.ts";
import { inScope } from "./scope.ts";

type Schemas = components["schemas"];
type Finding = Schemas["Finding"];
type Group = Schemas["FindingGroup"];

const SEVERITIES: readonly Schemas["Severity"][] = ["informational", "low", "medium", "high", "critical"];
const worse = (one: Finding, other: Finding): number => SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity);

/** What findings can be ordered by, least first. */
const ORDERS: Readonly<Record<string, (one: Finding, other: Finding) => number>> = {
  severity: (one, other) => worse(other, one),
  firstSeen: (one, other) => byText(one.firstSeen, other.firstSeen),
  lastSeen: (one, other) => byText(one.lastSeen, other.lastSeen),
  account: (one, other) => byText(one.accountId, other.accountId),
  rule: (one, other) => byText(one.rule, other.rule),
};

function owned(ask: Ask, owner: string | undefined): boolean {
  const wanted = ask.one("owner");
  if (wanted === undefined) return true;
  return wanted === "none" ? owner === undefined : owner === wanted;
}

/** The findings that are asked for, as `GET /api/findings` filters and orders them. */
export function findingsOf<F extends Finding>(all: readonly F[], ask: Ask, accounts: readonly Schemas["Account"][]): F[] {
  const [state, rule, region, severity] = ["state", "rule", "region", "severity"].map((name) => among(ask, name)) as [
    (value: string) => boolean,
    (value: string) => boolean,
    (value: string) => boolean,
    (value: string) => boolean,
  ];
  const standing = ask.one("standing");
  const asset = ask.one("asset");
  const since = ask.one("since");
  const resolvedSince = ask.one("resolvedSince");
  const account = inScope(ask, accounts);
  const sort = ask.one("sort") ?? "-severity";
  const order = ORDERS[sort.replace(/^-/, "")] ?? worse;
  const sign = sort.startsWith("-") ? -1 : 1;
  return all
    .filter(
      (each) =>
        state(each.state) &&
        rule(each.rule) &&
        region(each.region) &&
        severity(each.severity) &&
        account(each.accountId) &&
        (standing === undefined || (standing === "covered") === (each.exception !== undefined)) &&
        (asset === undefined || each.asset === asset) &&
        (since === undefined || Date.parse(each.firstSeen) >= Date.parse(since)) &&
        (resolvedSince === undefined || (each.resolvedAt !== undefined && Date.parse(each.resolvedAt) >= Date.parse(resolvedSince))) &&
        owned(ask, each.owner) &&
        holds(ask, each.unit, each.asset, each.reason, each.rule, each.accountId, each.accountName, each.owner, each.ticket),
    )
    .sort(
      (one, other) => sign * order(one, other) || worse(one, other) || byText(one.firstSeen, other.firstSeen) || byText(one.id, other.id),
    );
}

const NAMES: Readonly<Record<string, (finding: Finding) => readonly [key: string, label: string]>> = {
  rule: ({ rule, title }) => [rule, title],
  asset: ({ asset, unit }) => [asset ?? unit, asset ?? unit],
  account: ({ accountId, accountName }) => [accountId, accountName],
};

/** Findings counted by rule, asset or account, those with the worst first, as `GET /api/findings/groups` does. */
export function groupsOf(findings: readonly Finding[], by: string): Group[] {
  const name = NAMES[by] ?? ((finding: Finding) => [finding.rule, finding.title] as const);
  const groups = Map.groupBy(findings, (finding) => name(finding)[0]);
  return [...groups]
    .map(([key, members]): Group => {
      const of = (severity: Schemas["Severity"]): number => members.filter((member) => member.severity === severity).length;
      const [first] = members;
      return {
        key,
        label: first ? name(first)[1] : key,
        findings: members.length,
        critical: of("critical"),
        high: of("high"),
        medium: of("medium"),
        low: of("low"),
        accounts: new Set(members.map(({ accountId }) => accountId)).size,
      };
    })
    .sort(
      (one, other) =>
        other.critical - one.critical ||
        other.high - one.high ||
        other.medium - one.medium ||
        other.low - one.low ||
        other.findings - one.findings ||
        byText(one.key, other.key),
    );
}
