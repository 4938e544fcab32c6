import type { Schemas } from "./fixtures/estate.ts";
import { before, paged } from "./fixtures/estate.ts";
import { change, detail, groups, select } from "./fixtures/findings.ts";
import { attestations, exceptions, preview, questions, views } from "./fixtures/people.ts";
import type { Answer, Route } from "./routes.ts";

function ok<T>(body: T, status = 200): Answer {
  return { status, body };
}

const NONE: Answer = { status: 204 };

function missing(what: string): Answer {
  return {
    status: 404,
    body: {
      type: "about:blank",
      title: `There is no ${what}`,
      status: 404,
      detail: "It may have been deleted, or lie outside your scope.",
      requestId: "01JD7Q4X2N",
    },
  };
}

/** The page that the contract's types describe; the mock trusts what it is sent. */
function body<T>(sent: unknown): T {
  return sent as T;
}

const findingRoutes: Readonly<Record<string, Route>> = {
  "GET /api/findings": ({ query, person, name }) => ok<Schemas["FindingPage"]>(paged(select(query, person.scenario, name), query)),
  "GET /api/findings/groups": ({ query, person, name }) =>
    ok<Schemas["FindingGroupPage"]>(paged(groups(query, person.scenario, name), query)),
  "POST /api/findings/changes": ({ body: sent }) => ok({ changed: change(body(sent)) }),
  "GET /api/findings/*": ({ person }, id) => {
    const found = detail(id, person.scenario);
    return found ? ok(found) : missing(`finding ${id}`);
  },
  "GET /api/findings/*/repair": ({ person }, id) => {
    const found = detail(id, person.scenario);
    if (!found) return missing(`finding ${id}`);
    return ok<Schemas["Repair"]>({
      finding: id,
      rule: found.rule,
      calls: [],
      actions: [],
      byHand: "No call can repair what this rule finds. Do it by hand.",
    });
  },
};

const exceptionRoutes: Readonly<Record<string, Route>> = {
  "GET /api/exceptions": ({ query, person }) => {
    const state = query.get("state");
    const rules = query.getAll("rule");
    const list = person.scenario === "usual" ? exceptions : [];
    return ok<Schemas["ExceptionPage"]>(
      paged(
        list.filter(
          (exception) =>
            (state === null || exception.state === state || (state === "active" && exception.state === "expiring")) &&
            (rules.length === 0 || exception.rules.some((rule) => rules.includes(rule))) &&
            `${exception.reason} ${exception.rules.join(" ")}`.toLowerCase().includes((query.get("q") ?? "").toLowerCase()),
        ),
        query,
      ),
    );
  },
  "POST /api/exceptions/preview": ({ body: sent, person }) => ok(preview(body(sent), person.scenario)),
  "POST /api/exceptions": ({ body: sent, name }) => {
    const { rules, scope, reason, owner, expires } = body<Schemas["ExceptionProposal"]>(sent);
    const made: Schemas["Exception"] = {
      id: `exc-${exceptions.length + 1}`,
      rules,
      scope,
      reason,
      owner,
      proposedBy: name,
      proposedAt: before(0),
      expires: `${expires}T23:59:59Z`,
      state: "proposed",
      covers: 0,
    };
    exceptions.push(made);
    return ok(made, 201);
  },
  "GET /api/exceptions/*": (_request, id) => {
    const found = exceptions.find((exception) => exception.id === id);
    if (!found) return missing(`exception ${id}`);
    const history: Schemas["AuditEntry"][] = [
      { id: 1, at: found.proposedAt, actor: found.proposedBy, action: "exception.proposed", subject: id },
      ...(found.decidedAt === undefined || found.decidedBy === undefined
        ? []
        : [
            {
              id: 2,
              at: found.decidedAt,
              actor: found.decidedBy,
              action: "exception.approved",
              subject: id,
              detail: { note: "Agreed in the weekly review." },
            },
          ]),
    ];
    return ok<Schemas["ExceptionDetail"]>({ ...found, history });
  },
  "POST /api/exceptions/*/decision": ({ body: sent, name }, id) => {
    const found = exceptions.find((exception) => exception.id === id);
    if (!found) return missing(`exception ${id}`);
    const { decision } = body<Schemas["ExceptionDecision"]>(sent);
    Object.assign(found, {
      decidedBy: name,
      decidedAt: before(0),
      state: { approve: "active", reject: "rejected", end: "ended" }[decision],
    });
    return ok(found);
  },
};

const attestationRoutes: Readonly<Record<string, Route>> = {
  "GET /api/attestations": ({ query }) => ok<Schemas["AttestationPage"]>(paged(attestations, query)),
  "GET /api/attestations/open": ({ query, person }) => ok<Schemas["QuestionPage"]>(paged(questions(query, person.scenario), query)),
  "POST /api/attestations": ({ body: sent, name }) => {
    const { rule, accounts = [], units = [], answer, note, expires } = body<Schemas["AttestationRequest"]>(sent);
    const made: Schemas["Attestation"] = {
      id: `att-${attestations.length + 1}`,
      rule,
      accounts,
      units,
      answer,
      by: name,
      at: before(0),
      ...(note !== undefined && { note }),
      expires: `${expires}T23:59:59Z`,
      state: "valid",
    };
    attestations.push(made);
    return ok(made, 201);
  },
  "DELETE /api/attestations/*": (_request, id) => {
    const found = attestations.find((attestation) => attestation.id === id);
    if (found) found.state = "ended";
    return NONE;
  },
};

const viewRoutes: Readonly<Record<string, Route>> = {
  "GET /api/views": ({ query, name }) =>
    ok({
      items: views.filter(
        ({ page, shared, owner }) => (query.get("page") === null || page === query.get("page")) && (shared || owner === name),
      ),
    }),
  "POST /api/views": ({ body: sent, name }) => {
    const { page, name: called, query, shared = false } = body<Schemas["SavedViewRequest"]>(sent);
    const made: Schemas["SavedView"] = { id: `v${views.length + 1}`, page, name: called, query, shared, owner: name };
    views.push(made);
    return ok(made, 201);
  },
  "DELETE /api/views/*": (_request, id) => {
    views.splice(
      views.findIndex((view) => view.id === id),
      1,
    );
    return NONE;
  },
};

/** Routes of the pages where people decide. */
export const more: Readonly<Record<string, Route>> = { ...findingRoutes, ...exceptionRoutes, ...attestationRoutes, ...viewRoutes };
