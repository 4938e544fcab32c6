import { expect, type Page } from "@playwright/test";
import { type Center, startCenter } from "./center";
import { centerUrl, dayAhead, homeFolder, OWN_PASSWORD, SANDBOX, sessionFile, signIn, test } from "./people";

const REASON = "Accepted until the bastion is gone.";
const TITLE = /No security group opens SSH/;

/** An exception holds for 90 days unless somebody says otherwise. */
const AFTER_IT = "P92D";

test.describe.configure({ mode: "serial" });

/** The last day that knows the exception in force. */
let approvedOn: string;

test.describe("today", () => {
  test.use({ as: "ana" });

  test("one asks for an exception, and another approves it", async ({ page, browser }) => {
    await page.goto(`/exceptions/new?rule=sg-no-public-ssh&in=${SANDBOX}`);
    await expect(page.getByText(/\d open findings? in 1 account/)).toBeVisible();
    await page.getByLabel("Why this is acceptable").fill(REASON);
    await page.getByRole("button", { name: "Ask for it" }).click();
    await expect(page.getByText("You asked for this one: somebody else approves it.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);

    const context = await browser.newContext({ baseURL: centerUrl(), storageState: sessionFile("ben") });
    const other = await context.newPage();
    await other.goto("/exceptions?state=proposed");
    await other.getByRole("link", { name: REASON }).click();
    await other.getByRole("button", { name: "Approve" }).click();
    await other.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
    await expect(other.getByRole("button", { name: "End now" })).toBeVisible();
    approvedOn = dayAhead(0);
    await other.goto(`/findings?rule=sg-no-public-ssh&account=${SANDBOX}`);
    await expect(other.getByText("Nothing matches")).toBeVisible();
    await context.close();
  });
});

test.describe("when its last day is over", () => {
  let later: Center;
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    later = await startCenter(homeFolder(), "serve", "--clock-ahead", AFTER_IT);
    page = await browser.newPage({ baseURL: later.url });
    await page.goto("/exceptions?state=expired");
    await signIn(page, "ben", OWN_PASSWORD);
  });

  test.afterAll(async () => {
    await page.context().close();
    await later.end();
  });

  test("it has ended by itself, and what it hid has failed again", async () => {
    await page.getByRole("link", { name: REASON }).click();
    await expect(page.getByText("0 findings").first()).toBeVisible();
    await page.goto(`/findings?rule=sg-no-public-ssh&account=${SANDBOX}`);
    await page.getByRole("link", { name: TITLE }).first().click();
    await page.getByRole("tab", { name: "History" }).click();
    await expect(page.getByText("Exception ended")).toBeVisible();
  });

  test("a day that is past is shown as it stood, and leads back to now", async () => {
    const rule = page.getByRole("row", { name: TITLE }).first();
    const failed = rule.getByRole("link", { name: /^Failed/ });
    await page.goto("/compliance?q=ssh");
    await expect(failed).toBeVisible();

    await page.getByRole("textbox", { name: "As of" }).fill(approvedOn.replaceAll("-", "/"));
    await page.keyboard.press("Tab");
    await expect(page.getByText(`As it stood at the end of ${approvedOn} (UTC).`)).toBeVisible();
    await expect(failed).toHaveCount(0);
    await expect(rule).toBeVisible();

    await page.goto(`/compliance?asOf=${dayAhead(-1)}`);
    await expect(page.getByText("No scan had been made by that day.")).toBeVisible();
    await page.getByRole("link", { name: "Show now" }).first().click();
    await expect(page).not.toHaveURL(/asOf/);
    await expect(page.getByText("As it stood")).toHaveCount(0);
  });
});
