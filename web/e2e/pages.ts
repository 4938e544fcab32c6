import type { Page } from "@playwright/test";

/** Whom the tests sign in as. Against another server than the mock, its people are named by the environment. */
export const ENGINEER = process.env["E2E_ENGINEER"] ?? "ana";
export const OTHER_ENGINEER = process.env["E2E_OTHER_ENGINEER"] ?? "ben";
export const AUDITOR = process.env["E2E_AUDITOR"] ?? "aud";
export const ADMIN = process.env["E2E_ADMIN"] ?? "root";
export const VIEWER = process.env["E2E_VIEWER"] ?? "vic";
const PASSWORD = process.env["E2E_PASSWORD"] ?? "a long password";

/** Whether the mock answers: only it has people whose names choose a state of the estate. */
export const onMock = process.env["BASE_URL"] === undefined;

/** Signs in at an address and waits until its page is there. */
export async function signIn(page: Page, name: string, address = "/"): Promise<void> {
  await page.goto(address);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator("main h1").waitFor();
}

/** Every page of the site, and those of its panels and forms that look different. */
export const pages: Readonly<Record<string, string>> = {
  overview: "/",
  compliance: "/compliance",
  "compliance-failed": "/compliance?failed=1",
  "compliance-results": "/compliance?view=results&status=FAIL",
  "compliance-about": "/compliance?rule=iam-access-key-rotation-90d",
  "compliance-affected": "/compliance?rule=iam-access-key-rotation-90d&tab=affected",
  "compliance-fix": "/compliance?rule=iam-access-key-rotation-90d&tab=fix",
  "compliance-exceptions": "/compliance?rule=iam-access-key-rotation-90d&tab=exceptions",
  "compliance-history": "/compliance?rule=iam-access-key-rotation-90d&tab=history",
  "compliance-sql": "/compliance?rule=iam-access-key-rotation-90d&tab=sql",
  findings: "/findings",
  "findings-by-rule": "/findings?group=rule",
  "findings-no-match": "/findings?q=nothing-has-this-name",
  exceptions: "/exceptions?state=active",
  "exceptions-new": "/exceptions/new?rule=iam-access-key-rotation-90d",
  attestations: "/attestations",
  "attestations-given": "/attestations?tab=given",
  assets: "/assets",
  accounts: "/accounts",
  "accounts-list": "/accounts?view=list",
  "accounts-matrix": "/accounts?view=matrix",
  query: "/query",
  reports: "/reports",
  scans: "/scans",
  "scans-gaps": "/scans?scan=newest&tab=gaps",
  "scans-changes": "/scans?scan=newest&tab=changes",
  settings: "/settings",
  "settings-notifications": "/settings?tab=notifications",
  "settings-schedules": "/settings?tab=schedules",
  "settings-parameters": "/settings?tab=parameters",
  "settings-accounts": "/settings?tab=accounts",
  "settings-tokens": "/settings?tab=tokens",
  "settings-audit": "/settings?tab=audit",
  "not-found": "/no-such-page",
};
