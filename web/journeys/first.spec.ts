import { expect } from "@playwright/test";
import {
  asking,
  centerUrl,
  choosePassword,
  dayAhead,
  excepted,
  firstPassword,
  letIn,
  OWN_PASSWORD,
  SANDBOX,
  sessionFile,
  signIn,
  test,
} from "./people";

test("the password that was printed opens the door once, and who is let in chooses their own", async ({ page, browser }) => {
  test.setTimeout(90_000);
  await test.step("a wrong password is refused in words", async () => {
    await page.goto("/findings?severity=critical");
    await signIn(page, "admin", "not what was printed");
    await expect(page.getByText("The name or the password is wrong")).toBeVisible();
    await expect(page).toHaveURL(/\/findings\?severity=critical/);
  });

  await test.step("the printed one opens, and is changed before anything else", async () => {
    await page.goto("/");
    await signIn(page, "admin", firstPassword());
    await choosePassword(page, firstPassword());
    await page.context().storageState({ path: sessionFile("admin") });
  });

  await test.step("the printed one opens no more", async () => {
    const other = await browser.newPage({ baseURL: centerUrl() });
    await other.goto("/");
    await signIn(other, "admin", firstPassword());
    await expect(other.getByText("The name or the password is wrong")).toBeVisible();
    await other.context().close();
  });

  const given = await test.step("an admin lets an engineer in", async () => {
    await page.goto("/settings");
    await page.getByRole("button", { name: "Add a person" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a person" });
    await dialog.getByLabel("Name", { exact: true }).fill("ana");
    await dialog.getByRole("radio", { name: /^Engineer/ }).check();
    await dialog.getByRole("button", { name: "Add a person" }).click();
    const password = (await page.locator('pre[aria-label="The first password of ana"]').textContent()) ?? "";
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
    await expect(page.getByRole("row", { name: /ana.*Engineer.*All accounts.*May sign in/ })).toBeVisible();
    return password.trim();
  });

  await test.step("who signs in and chooses a password of their own", async () => {
    const context = await browser.newContext({ baseURL: centerUrl() });
    const other = await context.newPage();
    await other.goto("/");
    await signIn(other, "ana", given);
    await choosePassword(other, given);
    await other.getByRole("button", { name: /ana/ }).click();
    await other.getByRole("menuitem", { name: "Sign out" }).click();
    await signIn(other, "ana", OWN_PASSWORD);
    await other.getByRole("heading", { name: "Overview" }).waitFor();
    await context.storageState({ path: sessionFile("ana") });
    await context.close();
  });

  await test.step("the others come in, and there is something to see on every page", async () => {
    const admin = await asking("admin");
    await letIn(admin, "ben");
    await letIn(admin, "aud");
    await letIn(admin, "vic");
    await excepted("vpc-flow-logs", SANDBOX, "Nothing of worth moves in the sandbox's network.");
    const ana = await asking("ana");
    await ana.post("/api/exceptions", {
      rules: ["cloudtrail-kms"],
      scope: { accounts: [SANDBOX] },
      reason: "The organization's trail holds the same events, encrypted.",
      owner: "platform team",
      expires: dayAhead(30),
    });
  });

  await test.step("an admin says what a rule takes for right, sees it at the rule, and takes it back", async () => {
    await page.goto("/settings?tab=parameters&q=iam-pwd-min-length-14");
    await page.getByRole("button", { name: /^Set min/ }).click();
    const dialog = page.getByRole("dialog", { name: /^Set min/ });
    await dialog.getByLabel("Value").fill("20");
    await dialog.getByLabel("Why this is right there").fill("Our own policy asks for more.");
    await dialog.getByRole("button", { name: "Set a value" }).click();
    await expect(page.getByRole("row", { name: /20.*Organization.*Our own policy asks for more/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Judge again now" })).toBeVisible();
    await page.goto("/compliance?rule=iam-pwd-min-length-14");
    await page.getByRole("link", { name: "Organization: 20" }).click();
    await page.getByRole("button", { name: /^Clear min/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Clear the value" }).click();
    await expect(page.getByText("The newest verdicts were made with other values")).toHaveCount(0);
  });
});
