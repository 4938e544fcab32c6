import { expect } from "@playwright/test";
import { readFileSync } from "node:fs";
import { asking, centerUrl, SANDBOX, sessionFile, test } from "./people";

/** A rule that a person answers, so that it never fails here. */
const ASKED = "Account security questions are registered";

test.describe("an engineer", () => {
  test.use({ as: "ana" });

  test("starts a scan and sees how far it is while it goes on", async ({ page }) => {
    await page.goto("/scans");
    await page.getByRole("button", { name: "Scan now" }).click();
    const running = page.getByRole("heading", { name: "A scan is running" });
    await expect(running).toBeVisible();
    const steps = new Set<string>();
    await expect
      .poll(
        async () => {
          for (const step of await page.getByText(/^\d+ of \d+ accounts, [\d,]+ of [\d,]+ table reads$/).allTextContents()) steps.add(step);
          return running.count();
        },
        { intervals: [100], timeout: 50_000 },
      )
      .toBe(0);
    expect(steps.size, `steps that were shown: ${[...steps].join("; ")}`).toBeGreaterThan(1);
    const row = page.getByRole("table", { name: "Scans" }).getByRole("row").nth(1);
    await expect(row).toContainText("Partial");
    await row.getByRole("link", { name: "6 of 7" }).click();
    await expect(page.getByRole("row", { name: /acquired.*Not entered/ })).toBeVisible();
  });

  test("goes from what failed to a rule, its accounts, its units and an asset", async ({ page }) => {
    await page.goto("/compliance");
    const asked = page.getByRole("link", { name: ASKED });
    await expect(asked).toBeVisible();
    await page.getByText("Failed only", { exact: true }).click();
    await expect(page).toHaveURL(/failed=1/);
    const rule = page.getByRole("row", { name: /Active access keys are at most 90 days old/ });
    await rule.getByRole("button", { name: "Show what is below" }).click();
    await expect(page.getByRole("row", { name: /prod-core \(210000000004\)/ }).first()).toBeVisible();
    await expect(asked).toHaveCount(0);
    await rule.getByRole("link", { name: /Failed \/ checked/ }).click();
    await expect(page.getByRole("tab", { name: "Affected" })).toHaveAttribute("aria-selected", "true");
    await page.getByRole("link", { name: "user/ci-build" }).first().click();
    await expect(page.getByRole("heading", { name: "ci-build", level: 1 })).toBeVisible();
    await expect(page.getByRole("tab", { name: "Configuration" })).toBeVisible();
    await page.getByRole("tab", { name: /^Findings \(/ }).click();
    await expect(page.getByRole("link", { name: /Active access keys are at most 90 days old/ })).toBeVisible();
  });

  test("exports what is shown as a file for programs", async ({ page }) => {
    await page.goto(`/compliance?account=${SANDBOX}`);
    await page.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "JSON" }).click()]);
    expect(download.suggestedFilename()).toMatch(/^plumbline-cis-1\.2-.*\.json$/);
    const { controls, units } = JSON.parse(readFileSync(await download.path(), "utf8"));
    expect(controls).toHaveLength(49);
    expect(new Set(units.map(({ accountId }: { accountId: string }) => accountId))).toEqual(new Set([SANDBOX]));
    expect(units.filter(({ status }: { status: string }) => status === "FAIL").length).toBeGreaterThan(40);
  });

  test("finds an asset and a rule from any page", async ({ page }) => {
    await page.goto("/scans");
    await page.locator("main h1").waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search" }).fill("breakglass");
    await page.getByRole("option", { name: /user\/breakglass/ }).click();
    await expect(page.getByRole("heading", { name: "breakglass", level: 1 })).toBeVisible();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search" }).fill("hardware");
    await page.getByRole("option", { name: /iam-root-mfa-hardware/ }).click();
    await expect(page).toHaveURL(/\/compliance\?rule=iam-root-mfa-hardware/);
  });

  test("saves a view that another opens", async ({ page, browser }) => {
    await page.goto("/findings?severity=high");
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("menuitem", { name: "Save this view" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("What is high");
    await page.getByRole("dialog").getByText("Everybody sees it").click();
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);

    const context = await browser.newContext({ baseURL: centerUrl(), storageState: sessionFile("ben") });
    const other = await context.newPage();
    await other.goto("/findings");
    await other.getByRole("button", { name: "Views" }).click();
    await other.getByRole("menuitem", { name: "Shared" }).click();
    await other.getByRole("menuitem", { name: "What is high" }).click();
    await expect(other).toHaveURL(/severity=high/);
    await expect(other.getByRole("row", { name: /High/ }).first()).toBeVisible();
    await expect(other.getByRole("row", { name: /Medium/ })).toHaveCount(0);
    await context.close();
  });
});

test.describe("an auditor", () => {
  test.use({ as: "aud" });

  test("answers a question in their name, and it is open no more", async ({ page }) => {
    await page.goto("/attestations?rule=account-security-questions");
    const questions = page.getByRole("checkbox", { name: /^Select \d/ });
    await questions.first().waitFor();
    const before = await questions.count();
    await questions.first().check();
    await page.getByRole("button", { name: "Answer for 1 unit" }).click();
    await page.getByRole("radio", { name: "Yes" }).check();
    await page.getByLabel("Note").fill("Seen in the console today.");
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(questions).toHaveCount(before - 1, { timeout: 30_000 });
    await page.getByRole("tab", { name: "Answers given" }).click();
    await expect(page.getByRole("row", { name: /account-security-questions.*Yes.*aud/ })).toBeVisible();
  });
});

test.describe("a viewer of one account", () => {
  test.use({ as: "vic" });

  test("sees that account alone, and no button that they may not use", async ({ page }) => {
    await page.goto("/accounts?view=list");
    await expect(page.getByRole("link", { name: `sandbox (${SANDBOX})` })).toBeVisible();
    await expect(page.getByText("prod-core")).toHaveCount(0);
    await page.goto("/compliance");
    await expect(page.getByRole("button", { name: "Export" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Scan now" })).toHaveCount(0);
    await page.goto("/exceptions?state=active");
    await expect(page.getByRole("link", { name: "Nothing of worth moves in the sandbox's network." })).toBeVisible();
    await expect(page.getByText("Ask for an exception")).toHaveCount(0);
    await page.goto("/settings");
    await expect(page.getByRole("tab", { name: "Tokens" })).toBeVisible();
    for (const tab of ["People", "Audit log"]) await expect(page.getByRole("tab", { name: tab })).toHaveCount(0);
  });

  test("is refused by the server too, whatever the page draws", async () => {
    const viewer = await asking("vic");
    expect(await viewer.refusal("POST", "/api/scans")).toBe(403);
    expect(await viewer.refusal("GET", "/api/people")).toBe(403);
    expect(await viewer.refusal("GET", "/api/audit-log")).toBe(403);
    const all = await (await asking("ana")).get<{ items: { id: string }[] }>("/api/findings?account=210000000004");
    expect(all.items.length).toBeGreaterThan(0);
    expect(await viewer.refusal("GET", `/api/findings/${all.items[0]?.id}`)).toBe(404);
  });
});
