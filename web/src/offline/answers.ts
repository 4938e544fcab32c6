import type { Middleware } from "openapi-fetch";
import type { components } from "../api/generated/openapi";
import { offline as words } from "../words/offline.ts";
import { among, type Ask, askOf, byText, holds, paged } from "./ask.ts";
import type { Data } from "./data.ts";
import { findingsOf, groupsOf } from "./findings.ts";
import { complianceIn } from "./numbers.ts";
import { inScope, isNarrowed } from "./scope.ts";

type Schemas = components["schemas"];

/** Answers a request out of the file; undefined where the file does not hold it. */
type Route = (ask: Ask, name: string) => unknown;

/** Who reads a file may change nothing and see all that is in it. */
function reader({ about }: Data): Schemas["Session"] {
  return {
    name: about.madeBy,
    role: "viewer",
    scope: { accounts: [], ous: [] },
    csrf: "",
    mustChangePassword: false,
    secondFactor: false,
    elsewhere: true,
  };
}

function found<T>(item: T | undefined): T | undefined {
  return item;
}

function units(data: Data, ask: Ask): unknown {
  const [rule, region, status] = [among(ask, "rule"), among(ask, "region"), among(ask, "status")];
  const account = inScope(ask, data.accounts);
  const all = data.units
    .filter((unit) => rule(unit.rule) && region(unit.region) && status(unit.status) && account(unit.accountId))
    .filter(({ unit, asset, reason }) => holds(ask, unit, asset, reason))
    .sort((one, other) => byText(one.accountId, other.accountId) || byText(one.region, other.region) || byText(one.unit, other.unit));
  return { ...paged(all, ask), assessment: data.compliance.assessment };
}

function results(data: Data, ask: Ask): unknown {
  const [control, status] = [among(ask, "control"), among(ask, "status")];
  const account = inScope(ask, data.accounts);
  return paged(
    data.results.filter((result) => control(result.control) && status(result.status) && account(result.accountId)),
    ask,
  );
}

function exceptions(data: Data, ask: Ask): unknown {
  const state = among(ask, "state");
  const rule = among(ask, "rule");
  return paged(
    data.exceptions.filter(
      (each) =>
        state(each.state) &&
        each.rules.some(rule) &&
        holds(ask, ...each.rules, each.id, each.reason, each.owner, each.proposedBy, each.decidedBy),
    ),
    ask,
  );
}

/** What each path of the API answers, as the server would to the same question. */
function routes(data: Data): Readonly<Record<string, Route>> {
  const findings = (ask: Ask) => findingsOf(data.findings, ask, data.accounts);
  const rules = new Map(data.rules.map((rule) => [rule.id, rule]));
  return {
    "/api/session": () => reader(data),
    "/api/status": () => data.status,
    "/api/overview": () => data.overview,
    "/api/frameworks": () => ({ items: data.frameworks.filter(({ id }) => id === data.about.framework) }),
    "/api/compliance": (ask) => (isNarrowed(ask) ? complianceIn(data, inScope(ask, data.accounts)) : data.compliance),
    "/api/compliance/trend": (ask) => (isNarrowed(ask) ? undefined : data.trend),
    "/api/compliance/heatmap": (ask) => {
      const account = inScope(ask, data.accounts);
      return { ...data.heatmap, rows: data.heatmap.rows.filter((row) => account(row.account.id)) };
    },
    "/api/compliance/controls": (ask) => results(data, ask),
    "/api/units": (ask) => units(data, ask),
    "/api/rules/{rule}": (_ask, name) => rules.get(name),
    "/api/rules/{rule}/history": (ask, name) => {
      const account = inScope(ask, data.accounts);
      const history = data.histories.find(({ rule }) => rule === name);
      return { items: (history?.items ?? []).filter(({ accountId }) => account(accountId)) };
    },
    "/api/findings": (ask) => paged(findings(ask), ask),
    "/api/findings/groups": (ask) => paged(groupsOf(findings(ask), ask.one("by") ?? "rule"), ask),
    "/api/findings/{finding}": (_ask, name) => found(data.findings.find(({ id }) => id === name)),
    "/api/exceptions": (ask) => exceptions(data, ask),
    "/api/exceptions/{exception}": (_ask, name) => found(data.exceptions.find(({ id }) => id === name)),
    "/api/attestations": (ask) => {
      const [state, rule] = [among(ask, "state"), among(ask, "rule")];
      return paged(
        data.attestations.filter((each) => state(each.state) && rule(each.rule)),
        ask,
      );
    },
    "/api/attestations/open": (ask) => {
      const [account, rule] = [inScope(ask, data.accounts), among(ask, "rule")];
      return paged(
        data.questions.filter((each) => account(each.accountId) && rule(each.rule)),
        ask,
      );
    },
    "/api/accounts": (ask) => {
      const account = inScope(ask, data.accounts);
      return paged(
        data.accounts.filter(({ id, name }) => account(id) && holds(ask, `${name} ${id}`)),
        ask,
      );
    },
  };
}

function json(status: number, body: unknown): Response {
  const type = status === 200 ? "application/json" : "application/problem+json";
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": type } });
}

/** Stands where the network would: answers every request out of the file. */
export function answering(data: Data): Middleware {
  const known = routes(data);
  return {
    onRequest({ schemaPath, params }) {
      const name = Object.values(params.path ?? {}).map(String)[0] ?? "";
      const answer = known[schemaPath]?.(askOf(params.query), name);
      if (answer !== undefined) return json(200, answer);
      const problem: Schemas["Problem"] = { type: "about:blank", title: words.notHereTitle, status: 404, detail: words.notHere };
      return json(404, problem);
    },
  };
}
