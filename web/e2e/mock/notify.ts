import { before, paged, type Schemas } from "./fixtures/estate.ts";
import type { Answer, Route } from "./routes.ts";

function ok<T>(body: T, status = 200): Answer {
  return { status, body };
}

function problem(status: number, title: string, detail: string): Answer {
  return { status, body: { type: "about:blank", title, status, detail, requestId: "01JD7Q4X2N" } satisfies Schemas["Problem"] };
}

const NONE: Answer = { status: 204 };

const url: Schemas["ChannelField"] = {
  name: "url",
  title: "Address of the webhook",
  secret: true,
  required: true,
  hint: "https://hooks.slack.com/services/…",
};

const kinds: readonly Schemas["ChannelKind"][] = [
  { id: "slack", title: "Slack", tickets: false, fields: [url] },
  {
    id: "email",
    title: "E-mail",
    tickets: false,
    fields: [
      { name: "host", title: "Mail server", secret: false, required: true, hint: "smtp.example.com" },
      {
        name: "security",
        title: "Encryption",
        secret: false,
        required: true,
        hint: "How the connection is made safe",
        choices: ["starttls", "tls"],
      },
      { name: "to", title: "To", secret: false, required: true, hint: "Addresses, separated by commas" },
      { name: "password", title: "Password", secret: true, required: false, hint: "Where the server asks for one" },
    ],
  },
  {
    id: "jira",
    title: "Jira",
    tickets: true,
    fields: [
      { name: "url", title: "Site", secret: false, required: true, hint: "https://example.atlassian.net" },
      { name: "token", title: "API token", secret: true, required: true, hint: "Of a person who may write to the project" },
    ],
  },
];

const channels: Schemas["Channel"][] = [
  { id: "ch1", kind: "slack", name: "Security team", settings: {}, secrets: ["url"], active: true },
  { id: "ch2", kind: "jira", name: "Tickets", settings: { url: "https://example.atlassian.net" }, secrets: ["token"], active: false },
];

const everything = { accounts: [], ous: [], frameworks: [] };

const routes: Schemas["Route"][] = [
  {
    id: "ro1",
    name: "Critical at once",
    channel: "ch1",
    leastSeverity: "critical",
    ...everything,
    events: ["opened", "reopened"],
    active: true,
  },
  {
    id: "ro2",
    name: "The rest each morning",
    channel: "ch1",
    leastSeverity: "informational",
    ...everything,
    accounts: ["210000000006"],
    frameworks: ["cis-1.2"],
    events: ["opened", "reopened", "resolved"],
    digestHour: 6,
    active: false,
  },
];

const delivery = { route: "ro1", routeName: "Critical at once", channel: "ch1", channelName: "Security team" };
const deliveries: Schemas["Delivery"][] = [
  {
    ...delivery,
    id: "de3",
    title: "2 findings opened, 1 of them critical",
    made: before(0.1),
    due: before(0),
    attempts: 0,
    state: "waiting",
  },
  {
    ...delivery,
    id: "de2",
    title: "Root sign-in is protected by MFA: sandbox",
    made: before(12),
    due: before(3),
    attempts: 6,
    state: "dead",
    trouble: "hooks.slack.com answered 410: the webhook was removed. Make another there and change the channel.",
  },
  { ...delivery, id: "de1", title: "1 finding resolved", made: before(30), due: before(30), attempts: 1, state: "sent" },
];

const schedules: Schemas["Schedule"][] = [
  {
    id: "sc1",
    name: "Every night",
    cron: "0 3 * * *",
    zone: "Europe/Berlin",
    scope: { all: false },
    active: true,
    createdBy: "root",
    createdAt: before(900),
    next: before(-9),
    last: { state: "done", started: before(15), ended: before(14.9), scan: "20261122T060000Z", startedBy: "clock" },
  },
  {
    id: "sc2",
    name: "Production each hour",
    cron: "15 * * * *",
    zone: "UTC",
    scope: { ous: ["ou-plmb-prd"], frameworks: ["cis-1.2"], types: ["aws_sqs_queue"], all: false },
    active: false,
    createdBy: "root",
    createdAt: before(80),
    last: {
      state: "skipped",
      started: before(40),
      ended: before(40),
      startedBy: "clock",
      message: "Another scan of the same scope was running.",
    },
  },
];

function drop(list: { readonly id: string }[], id: string): Answer {
  const at = list.findIndex((each) => each.id === id);
  if (at >= 0) list.splice(at, 1);
  return NONE;
}

function put<T extends { readonly id: string }>(list: T[], id: string, sent: unknown): Answer {
  const found = list.find((each) => each.id === id);
  if (!found || typeof sent !== "object") return problem(404, "There is none of that id", "Load the page again.");
  const { secrets, ...rest } = sent as Partial<Schemas["ChannelChange"]>;
  Object.assign(found, rest, secrets && { secrets: Object.keys(secrets) });
  return ok(found);
}

/** Routes of notifications and schedules. */
export const notify: Readonly<Record<string, Route>> = {
  "GET /api/channel-kinds": () => ok({ items: kinds }),
  "GET /api/channels": ({ person }) => ok({ items: person.scenario === "first" ? [] : channels }),
  "POST /api/channels": ({ body }) => {
    const { kind, name, settings, secrets = {}, active } = body as Schemas["ChannelRequest"];
    const made: Schemas["Channel"] = { id: `ch${channels.length + 1}`, kind, name, settings, secrets: Object.keys(secrets), active };
    channels.push(made);
    return ok(made, 201);
  },
  "PUT /api/channels/*": ({ body }, id) => put(channels, id, body),
  "DELETE /api/channels/*": (_request, id) => drop(channels, id),
  "POST /api/channels/*/test": (_request, id) =>
    ok<Schemas["ChannelTest"]>(
      id === "ch2"
        ? { ok: false, text: "example.atlassian.net answered 401. Make a new API token there and change the channel." }
        : { ok: true, text: "A message that says it is a test was sent." },
    ),
  "GET /api/routes": ({ person }) => ok({ items: person.scenario === "first" ? [] : routes }),
  "POST /api/routes": ({ body }) => {
    const made = { id: `ro${routes.length + 1}`, ...everything, events: [], ...(body as Schemas["RouteRequest"]) } as Schemas["Route"];
    routes.push(made);
    return ok(made, 201);
  },
  "PUT /api/routes/*": ({ body }, id) => put(routes, id, body),
  "DELETE /api/routes/*": (_request, id) => drop(routes, id),
  "GET /api/deliveries": ({ query, person }) => {
    const states = query.getAll("state");
    const all = person.scenario === "first" ? [] : deliveries;
    return ok<Schemas["DeliveryPage"]>(
      paged(
        all.filter(({ state }) => states.length === 0 || states.includes(state)),
        query,
      ),
    );
  },
  "POST /api/deliveries/*/retry": (_request, id) => put(deliveries, id, { state: "waiting", attempts: 0 }),
  "GET /api/schedules": ({ person }) => ok({ items: person.scenario === "first" ? [] : schedules }),
  "GET /api/schedules/times": ({ query }) =>
    (query.get("cron") ?? "").split(/\s+/).length === 5
      ? ok({ items: [1, 2, 3, 4, 5].map((day) => before(-24 * day)) })
      : problem(400, "That is no schedule", "A cron expression has five fields: minute, hour, day of month, month, day of week."),
  "POST /api/schedules": ({ body, name }) => {
    const made: Schemas["Schedule"] = {
      ...(body as Schemas["ScheduleRequest"]),
      id: `sc${schedules.length + 1}`,
      createdBy: name,
      createdAt: before(0),
      next: before(-24),
    };
    schedules.push(made);
    return ok(made, 201);
  },
  "PUT /api/schedules/*": ({ body }, id) => put(schedules, id, body),
  "DELETE /api/schedules/*": (_request, id) => drop(schedules, id),
  "POST /api/schedules/*/run": (_request, id) => {
    put(schedules, id, { last: { state: "running", started: before(0), startedBy: "root" } });
    return ok<Schemas["Scan"]>({ id: "now", state: "running" }, 202);
  },
};
