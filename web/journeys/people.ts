import { test as base, type Page, request } from "@playwright/test";
import { join } from "node:path";
import type { components } from "../src/api/generated/openapi";

type Schemas = components["schemas"];

/** The one account that the viewer sees, and in which most things are wrong. */
export const SANDBOX = "210000000006";

/** Who is let in, as what. The first admin is there from the beginning. */
export const people = {
  ana: { role: "engineer", scope: { accounts: [], ous: [] } },
  ben: { role: "engineer", scope: { accounts: [], ous: [] } },
  aud: { role: "auditor", scope: { accounts: [], ous: [] } },
  vic: { role: "viewer", scope: { accounts: [SANDBOX], ous: [] } },
} satisfies Readonly<Record<string, Omit<Schemas["PersonRequest"], "name">>>;

export type Name = "admin" | keyof typeof people;

/** The password that each of them chooses. */
export const OWN_PASSWORD = "a password of one's own";

function told(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set. Run the journeys by \`npm run journeys\`, which starts the server.`);
  return value;
}

export const homeFolder = (): string => told("JOURNEY_HOME");
export const centerUrl = (): string => told("JOURNEY_URL");
export const firstPassword = (): string => told("JOURNEY_FIRST_PASSWORD");

/** The file that keeps somebody's cookie for the rest of the run. */
export const sessionFile = (name: Name): string => join(homeFolder(), `session-${name}.json`);

/** Tests on the demo's server; `as` says who is signed in, nobody unless told. */
export const test = base.extend<{ as: Name | undefined }>({
  as: [undefined, { option: true }],
  baseURL: async ({}, use) => use(centerUrl()),
  storageState: async ({ as }, use) => use(as === undefined ? { cookies: [], origins: [] } : sessionFile(as)),
});

/** Somebody who asks the API without a page. */
export interface Asking {
  readonly get: <T>(path: string) => Promise<T>;
  readonly post: <T>(path: string, data: unknown) => Promise<T>;
  /** The status of an answer, whatever it is. */
  readonly refusal: (method: "GET" | "POST", path: string, data?: unknown) => Promise<number>;
}

/** Asks as somebody whose session is kept. */
export async function asking(name: Name): Promise<Asking> {
  const context = await request.newContext({ baseURL: centerUrl(), storageState: sessionFile(name) });
  const session: Schemas["Session"] = await (await context.get("/api/session")).json();
  const headers = { "X-Plumbline-Csrf": session.csrf };
  const send = (method: string, path: string, data?: unknown) => context.fetch(path, { method, headers, data });
  const answer = async <T>(method: string, path: string, data?: unknown): Promise<T> => {
    const response = await send(method, path, data);
    if (!response.ok()) throw new Error(`${method} ${path} as ${name}: ${response.status()} ${await response.text()}`);
    return response.json();
  };
  return {
    get: (path) => answer("GET", path),
    post: (path, data) => answer("POST", path, data),
    refusal: async (method, path, data) => (await send(method, path, data)).status(),
  };
}

/** Lets somebody in and chooses their own password for them, by the API alone. */
export async function letIn(admin: Asking, name: keyof typeof people): Promise<void> {
  const { password } = await admin.post<Schemas["NewPerson"]>("/api/people", { name, ...people[name] });
  const context = await request.newContext({ baseURL: centerUrl() });
  const session: Schemas["Session"] = await (await context.post("/api/session", { data: { name, password } })).json();
  const changed = await context.put("/api/session/password", {
    headers: { "X-Plumbline-Csrf": session.csrf },
    data: { current: password, new: OWN_PASSWORD },
  });
  if (!changed.ok()) throw new Error(`${name} could not choose a password: ${await changed.text()}`);
  await context.storageState({ path: sessionFile(name) });
}

/** Signs in on the page that is shown. */
export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Chooses the password of one's own that is asked for before anything else. */
export async function choosePassword(page: Page, given: string): Promise<void> {
  await page.getByRole("heading", { name: "Choose your own password" }).waitFor();
  await page.getByLabel("Current password").fill(given);
  await page.getByLabel("New password", { exact: true }).fill(OWN_PASSWORD);
  await page.getByLabel("New password again").fill(OWN_PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
}

/** A day that lies so many days ahead, as the API says days. */
export function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** An exception that ana asked for and ben approved. */
export async function excepted(rule: string, account: string, reason: string): Promise<void> {
  const proposal: Schemas["ExceptionProposal"] = {
    rules: [rule],
    scope: { accounts: [account] },
    reason,
    owner: "network team",
    expires: dayAhead(60),
  };
  const { id } = await (await asking("ana")).post<Schemas["Exception"]>("/api/exceptions", proposal);
  await (await asking("ben")).post(`/api/exceptions/${id}/decision`, { decision: "approve" });
}
