import { expect, type Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { KEPT } from "./kept";
import { violations } from "./look";
import { asking, SANDBOX, test } from "./people";

/** Ends the data and runs, if anything in them can. */
const HOSTILE = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"><!--<script>";

/** What the browser asked of anything but the file, and what went wrong in it. */
function listen(page: Page): string[] {
  const troubles: string[] = [];
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) troubles.push(`asked for ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  return troubles;
}

test.describe("an auditor", () => {
  test.use({ as: "aud" });

  test("takes the pages as one file, and they work without a server or a network", async ({ page, browser }) => {
    const ana = await asking("ana");
    const { items } = await ana.get<{ items: { id: string }[] }>(`/api/findings?account=${SANDBOX}&rule=sg-no-public-ssh`);
    const finding = items[0]?.id ?? "";
    await ana.post("/api/findings/changes", { ids: [finding], comment: HOSTILE });

    const file = join(KEPT, "pages.html");
    await test.step("the file is listed with the hash that it has", async () => {
      await page.goto("/reports");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Download: Pages as one file" }).click(),
      ]);
      await download.saveAs(file);
      const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
      await page.goto(`/reports?q=${hash}`);
      await expect(page.getByRole("table", { name: "Reports made" }).getByTitle(hash, { exact: true })).toBeVisible();
    });

    const context = await browser.newContext({ offline: true, storageState: { cookies: [], origins: [] } });
    const read = await context.newPage();
    const troubles = listen(read);
    await test.step("it says what it is, and that its data are unchanged", async () => {
      await read.goto(pathToFileURL(file).href);
      await expect(read.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
      await expect(read.getByText("by aud, with Plumbline")).toBeVisible();
      await read.getByRole("button", { name: "About this file" }).click();
      await expect(read.getByText("The data are unchanged")).toBeVisible();
      await read.getByRole("button", { name: "About this file" }).click();
    });

    await test.step("links, filters and tables work", async () => {
      for (const name of ["Findings", "Exceptions", "Attestations", "Accounts", "Compliance Center"]) {
        await read.getByRole("navigation").getByRole("link", { name }).first().click();
        await expect(read.getByRole("heading", { name, level: 1 })).toBeVisible();
      }
      await expect(read.getByRole("button", { name: /Export|Scan now|Sign out/ })).toHaveCount(0);
      await read.getByRole("searchbox", { name: "Find rules by number" }).fill("ssh");
      const rule = read.getByRole("row", { name: /No security group opens SSH/ }).first();
      await rule.getByRole("link", { name: /Failed \/ checked/ }).click();
      await expect(read.getByRole("tab", { name: "Affected" })).toHaveAttribute("aria-selected", "true");
      await expect(read.locator("#panel").getByRole("row").nth(1)).toContainText("Fail");
      await read.goBack();
      await read.locator(".heat").getByRole("link", { name: "sandbox", exact: true }).click();
      await expect(read).toHaveURL(new RegExp(`account=${SANDBOX}`));
      await expect(read.locator(".heat tbody tr")).toHaveCount(1);
    });

    await test.step("what somebody wrote to run does not", async () => {
      await read.goto(`${pathToFileURL(file).href}#/findings?finding=${finding}&tab=history`);
      await expect(read.locator("#panel").getByText(HOSTILE)).toBeVisible();
      expect(await read.title()).toBe("Findings · Plumbline");
    });

    await test.step("nothing of it stands in somebody's way", async () => {
      await read.goto(`${pathToFileURL(file).href}#/compliance`);
      await read.getByRole("heading", { name: "Compliance Center", level: 1 }).waitFor();
      for (const mode of ["light", "dark"] as const) {
        await read.emulateMedia({ colorScheme: mode });
        await expect(read.locator("body.awsui-dark-mode")).toHaveCount(mode === "dark" ? 1 : 0);
        await read.screenshot({ path: join(KEPT, `offline-${mode}.png`) });
        expect.soft(await violations(read), mode).toEqual([]);
      }
    });

    await test.step("paper shows the page and nothing to click on", async () => {
      await read.emulateMedia({ colorScheme: "light", media: "print" });
      await expect(read.getByRole("row", { name: /No security group opens SSH/ }).first()).toBeVisible();
      await expect(read.getByRole("navigation")).toHaveCount(0);
      await expect(read.getByRole("searchbox")).toHaveCount(0);
      await read.emulateMedia({ media: "screen" });
    });

    await test.step("a file that somebody changed says so", async () => {
      const changed = join(KEPT, "changed.html");
      writeFileSync(changed, readFileSync(file, "utf8").replace('"madeBy":"aud"', '"madeBy":"eve"'));
      await read.goto(pathToFileURL(changed).href);
      await expect(read.getByText("The data were changed after this file was made.").first()).toBeVisible();
    });
    expect(troubles).toEqual([]);
    await context.close();
  });
});
