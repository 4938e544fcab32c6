import type { ServerResponse } from "node:http";
import { accounts, before, ous, paged, sections, type Schemas } from "./fixtures/estate.ts";
import { assessmentOf, compliance, heatmap, results, trend, units } from "./fixtures/verdicts.ts";
import { explore } from "./explore.ts";
import { history, ruleOf } from "./fixtures/texts.ts";
import { more } from "./more.ts";
import { notify } from "./notify.ts";
import { operate, runningScan } from "./operate.ts";
import { parameters } from "./parameters.ts";
import { PASSWORD, people, type Person, sessionOf } from "./session.ts";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly cookie: string | undefined;
  readonly csrf: string | string[] | undefined;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly stream?: (response: ServerResponse) => void;
}

/** A request by somebody who is signed in. */
export interface Request extends Asked {
  readonly name: string;
  readonly person: Person;
}

export type Route = (request: Request, parameter: string) => Answer;

export function problem(status: number, title: string, detail: string): Answer {
  const body: Schemas["Problem"] = { type: "about:blank", title, status, detail, requestId: "01JD7Q4X2M" };
  return { status, body };
}

export function ok<T>(body: T): Answer {
  return { status: 200, body };
}

function text(body: unknown, name: string): string {
  return typeof body === "object" && body !== null && name in body ? String(Reflect.get(body, name)) : "";
}

function signIn(body: unknown): Answer {
  const name = text(body, "name");
  const person = people[name];
  if (!person || text(body, "password") !== PASSWORD) {
    return problem(401, "Name or password is wrong", "Check both and try again. After ten failures the name is locked for 15 minutes.");
  }
  return { ...ok(sessionOf(name, person)), headers: { "Set-Cookie": `plumbline_session=${name}; HttpOnly; Path=/; SameSite=Strict` } };
}

function status({ person: { scenario, scope } }: Request): Schemas["SystemStatus"] {
  const seen = accounts.filter(({ id }) => scope.accounts.length === 0 || scope.accounts.includes(id));
  return {
    version: "0.1.0",
    now: before(0),
    ...(scenario !== "first" && { assessment: assessmentOf(scenario) }),
    ...(runningScan() && { running: runningScan() }),
    accounts: scenario === "first" ? [] : seen.map(({ id, name }) => ({ id, name })),
    ous: scenario === "first" ? [] : ous,
    openFindings: scenario === "clean" || scenario === "first" ? 0 : 312,
    exceptionsToApprove: scenario === "usual" ? 2 : 0,
  };
}

const routes: Readonly<Record<string, Route>> = {
  "GET /api/session": ({ name, person }) => ok(sessionOf(name, person)),
  "DELETE /api/session": () => ({ status: 204, headers: { "Set-Cookie": "plumbline_session=; Path=/; Max-Age=0" } }),
  "PUT /api/session/password": ({ body, person }) => {
    if (text(body, "current") !== PASSWORD)
      return problem(403, "The current password is wrong", "Type the password that you signed in with.");
    person.mustChangePassword = false;
    return { status: 204 };
  },
  "POST /api/session/second-factor": ({ name }) =>
    ok<Schemas["Enrolment"]>({
      secret: "JBSWY3DPEHPK3PXP",
      uri: `otpauth://totp/Plumbline:${name}?secret=JBSWY3DPEHPK3PXP&issuer=Plumbline`,
    }),
  "PUT /api/session/second-factor": ({ body }) =>
    text(body, "code") === "123456" ? { status: 204 } : problem(403, "The code is wrong", "Type the one that the app shows now."),
  "DELETE /api/people/*/second-factor": () => ({ status: 204 }),
  "POST /api/exceptions/file": () =>
    ok<Schemas["ImportReport"]>({ taken: 2, skipped: [{ entry: "old-bastion", why: "It names no approver." }] }),
  "GET /api/status": (request) => ok(status(request)),
  "GET /api/frameworks": () =>
    ok<{ items: Schemas["Framework"][] }>({
      items: [{ id: "cis-1.2", title: "CIS AWS Foundations Benchmark 1.2.0", controls: 49, rules: 49, sections }],
    }),
  "GET /api/reports": ({ query, name, person }) =>
    ok<Schemas["ReportPage"]>(
      paged(
        accounts.slice(0, 1).map(({ id }) => ({
          id: "report-1",
          madeAt: before(0),
          madeBy: name,
          format: "xlsx",
          framework: "cis-1.2",
          assessment: assessmentOf(person.scenario).id,
          moment: assessmentOf(person.scenario).now,
          accounts: [id],
          file: "plumbline-cis-1.2-plumbline.xlsx",
          bytes: 183_512,
          sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        })),
        query,
      ),
    ),
  "GET /api/compliance": ({ query, person }) => ok(compliance(query, person.scenario)),
  "GET /api/compliance/trend": ({ query, person }) => ok(trend(query, person.scenario)),
  "GET /api/compliance/heatmap": ({ query, person }) => ok(heatmap(query, person.scenario)),
  "GET /api/compliance/controls": ({ query, person }) => ok<Schemas["ControlResultPage"]>(paged(results(query, person.scenario), query)),
  "GET /api/units": ({ query, person }) =>
    ok<Schemas["UnitPage"]>({ ...paged(units(query, person.scenario), query), assessment: assessmentOf(person.scenario) }),
  "GET /api/rules/*": (_request, id) => {
    const rule = ruleOf(id);
    return rule ? ok(rule) : problem(404, `There is no rule ${id}`, "Check the name, or look for it with the search.");
  },
  "GET /api/rules/*/history": (_request, id) => ok({ items: history(id) }),
  ...more,
  ...explore,
  ...operate,
  ...notify,
  ...parameters,
};

/** Finds the route of a path; a segment that names a thing stands as * in its route. */
function find(method: string, path: string): readonly [Route, string] | undefined {
  const exact = routes[`${method} ${path}`];
  if (exact) return [exact, ""];
  const segments = path.split("/");
  for (const index of [segments.length - 1, segments.length - 2]) {
    const route = routes[`${method} ${segments.with(index, "*").join("/")}`];
    if (route) return [route, decodeURIComponent(segments[index] ?? "")];
  }
  return undefined;
}

export function answer(asked: Asked): Answer {
  if (asked.method === "POST" && asked.path === "/api/session") return signIn(asked.body);
  if (asked.path === "/api/session/ways") return ok<Schemas["SignInWays"]>({ local: true });
  const name = asked.cookie ?? "";
  const person = people[name];
  if (!person) return problem(401, "Nobody is signed in", "Sign in first.");
  if (asked.method !== "GET" && asked.csrf !== `csrf-${name}`)
    return problem(403, "The request lacks the session's token", "Load the page again.");
  if (person.broken && asked.path !== "/api/session")
    return problem(500, "The ledger cannot be read", "The disk that holds it is full. Free some space on the server, then try again.");
  const found = find(asked.method, asked.path);
  if (!found) return problem(404, `There is no ${asked.path}`, "The mock has no such route.");
  const [route, parameter] = found;
  return route({ ...asked, name, person }, parameter);
}
