import { accounts, before, chance, paged, type Schemas } from "./fixtures/estate.ts";
import { findings } from "./fixtures/findings.ts";
import type { Scenario } from "./fixtures/verdicts.ts";
import type { Answer, Route } from "./routes.ts";

function ok<T>(body: T, status = 200): Answer {
  return { status, body };
}

function body<T>(sent: unknown): T {
  return sent as T;
}

const NONE: Answer = { status: 204 };

/** The scan that somebody started in the mock: it goes on by one step a request of its progress. */
let running: Schemas["ScanProgress"] | undefined;

export function runningScan(): Schemas["ScanProgress"] | undefined {
  return running;
}

const STEPS = 12;

function step(index: number): Schemas["ScanProgress"] {
  const share = Math.min(1, index / (STEPS - 2));
  const phase = index === STEPS ? "done" : index > STEPS - 2 ? "judging" : index === 0 ? "entering" : "reading";
  return {
    id: "20261122T090000Z",
    phase,
    started: before(0.01),
    accounts: 8,
    accountsDone: Math.floor(share * 8),
    cells: 1240,
    cellsDone: Math.floor(share * 1240),
    calls: Math.floor(share * 3100),
    troubles: share > 0.5 ? 3 : 0,
  };
}

function scan(day: number, scenario: Scenario): Schemas["Scan"] {
  return {
    id: day === 0 ? "20261122T060000Z" : `day-${day}`,
    state: scenario === "clean" ? "complete" : day === 4 ? "failed" : "partial",
    now: before(3 + 24 * day),
    finished: before(2.9 + 24 * day),
    scope: "organization",
    accounts: 8,
    entered: scenario === "clean" ? 8 : 7,
    rows: 48_211 - day * 100,
    calls: 3111 + day * 7,
    gaps: scenario === "clean" ? 0 : 3,
    tracked: day !== 4,
    opened: Math.floor(chance(`opened ${day}`) * 20),
    resolved: Math.floor(chance(`resolved ${day}`) * 25),
    reopened: 0,
    startedBy: day % 5 === 0 ? "ana" : "schedule",
    ...(day === 4 && { message: "The disk was full." }),
  };
}

function detail(id: string, scenario: Scenario): Schemas["ScanDetail"] {
  const day = id.startsWith("day-") ? Number(id.slice(4)) : 0;
  return {
    ...scan(day, scenario),
    accountList: accounts.map(({ id: account, name, entered }) => ({
      id: account,
      name,
      status: "ACTIVE",
      entered,
      regions: entered ? 17 : 0,
      cells: entered ? 155 : 1,
      calls: entered ? 430 : 1,
      troubles: entered ? (name === "prod-core" ? 2 : 0) : 1,
    })),
    gapList:
      scenario === "clean"
        ? []
        : [
            {
              accountId: "210000000007",
              accountName: "acquired",
              region: "global",
              table: "every table",
              action: "sts:AssumeRole",
              code: "AccessDenied",
              message: "The role does not exist there.",
              rules: ["iam-root-mfa", "cloudtrail-multi-region"],
            },
            {
              accountId: "210000000004",
              accountName: "prod-core",
              region: "eu-west-1",
              table: "aws_kms_key",
              action: "kms:GetKeyRotationStatus",
              code: "AccessDeniedException",
              message: "The key's policy denies it.",
              rules: ["kms-cmk-rotation"],
            },
            {
              accountId: "210000000004",
              accountName: "prod-core",
              region: "global",
              table: "aws_iam_access_key",
              action: "iam:ListAccessKeys",
              code: "AccessDenied",
              rules: ["iam-access-key-rotation-90d"],
            },
          ],
  };
}

const people: Schemas["Person"][] = [
  { name: "root", role: "admin", scope: { accounts: [], ous: [] }, active: true, createdAt: before(9000), lastSeen: before(1) },
  { name: "ana", role: "engineer", scope: { accounts: [], ous: [] }, active: true, createdAt: before(8000), lastSeen: before(0.1) },
  { name: "aud", role: "auditor", scope: { accounts: [], ous: [] }, active: true, createdAt: before(700), lastSeen: before(200) },
  { name: "vic", role: "viewer", scope: { accounts: ["210000000006"], ous: [] }, active: true, createdAt: before(300) },
  {
    name: "left",
    role: "engineer",
    scope: { accounts: [], ous: ["ou-plmb-prd"] },
    active: false,
    createdAt: before(8000),
    lastSeen: before(3000),
  },
];

const tokens: Schemas["Token"][] = [
  { id: "t1", name: "dashboard", owner: "ana", role: "viewer", createdAt: before(900), lastUsed: before(2), expires: before(-24 * 60) },
];

const audit: Schemas["AuditEntry"][] = [
  {
    id: 4,
    at: before(20),
    actor: "ben",
    action: "exception.proposed",
    subject: "exc-3",
    detail: { rules: ["vpc-flow-logs", "vpc-default-sg-closed"] },
    address: "10.0.4.17",
  },
  {
    id: 3,
    at: before(30),
    actor: "ana",
    action: "exception.proposed",
    subject: "exc-4",
    detail: { rules: ["iam-root-mfa-hardware"] },
    address: "10.0.4.9",
  },
  { id: 2, at: before(300), actor: "root", action: "person.added", subject: "vic", detail: { role: "viewer" }, address: "10.0.4.2" },
  { id: 1, at: before(301), actor: "root", action: "session.opened", subject: "root", address: "10.0.4.2" },
];

/** Routes of scans and settings. */
export const operate: Readonly<Record<string, Route>> = {
  "GET /api/scans": ({ query, person }) =>
    ok<Schemas["ScanPage"]>(
      paged(person.scenario === "first" ? [] : Array.from({ length: 30 }, (_, day) => scan(day, person.scenario)), query),
    ),
  "POST /api/scans": () => {
    running = step(0);
    return ok<Schemas["Scan"]>({ id: running.id, state: "running", progress: running }, 202);
  },
  "GET /api/scans/events": () => ({
    status: 200,
    stream: (response) => {
      let index = 0;
      const timer = setInterval(() => {
        index++;
        running = index >= STEPS ? undefined : step(index);
        response.write(`event: progress\ndata: ${JSON.stringify(step(index))}\n\n`);
        if (index >= STEPS) {
          clearInterval(timer);
          response.end();
        }
      }, 250);
      response.on("close", () => clearInterval(timer));
    },
  }),
  "GET /api/scans/*": ({ person }, id) => ok(detail(id, person.scenario)),
  "GET /api/scans/*/changes": ({ person }, id) => {
    const list = findings(person.scenario);
    return ok<Schemas["ScanChanges"]>({
      before: "day-1",
      after: id,
      opened: list.slice(0, 4),
      resolved: list.filter(({ state }) => state === "resolved").slice(0, 3),
      reopened: [],
    });
  },
  "GET /api/people": () => ok({ items: people }),
  "POST /api/people": ({ body: sent }) => {
    const { name, role, scope = { accounts: [], ous: [] } } = body<Schemas["PersonRequest"]>(sent);
    const made: Schemas["Person"] = { name, role, scope, active: true, createdAt: before(0) };
    people.push(made);
    return ok<Schemas["NewPerson"]>({ ...made, password: "correct-horse-battery" }, 201);
  },
  "PUT /api/people/*": ({ body: sent }, name) => {
    const found = people.find((person) => person.name === name);
    if (found) Object.assign(found, body<Schemas["PersonChange"]>(sent));
    return ok(found);
  },
  "GET /api/tokens": ({ name, person }) => ok({ items: tokens.filter(({ owner }) => person.role === "admin" || owner === name) }),
  "POST /api/tokens": ({ body: sent, name }) => {
    const { name: called, role = "viewer", expires } = body<Schemas["TokenRequest"]>(sent);
    const made: Schemas["Token"] = {
      id: `t${tokens.length + 1}`,
      name: called,
      owner: name,
      role,
      createdAt: before(0),
      expires: `${expires}T23:59:59Z`,
    };
    tokens.push(made);
    return ok<Schemas["NewToken"]>({ ...made, token: "plb_0123456789abcdef0123456789abcdef" }, 201);
  },
  "DELETE /api/tokens/*": (_request, id) => {
    tokens.splice(
      tokens.findIndex((token) => token.id === id),
      1,
    );
    return NONE;
  },
  "GET /api/audit-log": ({ query }) => {
    const q = (query.get("q") ?? "").toLowerCase();
    return ok<Schemas["AuditPage"]>(
      paged(
        audit.filter(({ actor, action, subject }) => `${actor} ${action} ${subject}`.includes(q)),
        query,
      ),
    );
  },
};
