import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { ADMIN, onMock, pages, signIn } from "./pages";

/** States of the estate that the mock shows to people of these names. */
const states = {
  first: ["/", "/compliance", "/findings"],
  clean: ["/", "/compliance?failed=1", "/findings"],
  stale: ["/compliance"],
  broken: ["/compliance", "/findings"],
} as const;

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).analyze();
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 200))
        .join(" | ")}`,
  );
}

/** Nothing that the content security policy refuses, and no error in the console but answers that are refusals. */
function listen(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.locator("h1").first().waitFor({ timeout: 20_000 });
  await page.waitForTimeout(300);
}

for (const mode of ["light", "dark"] as const) {
  test.describe(`in ${mode} mode`, () => {
    test.use({ colorScheme: mode });

    test("sign-in has no violation", async ({ page }) => {
      await page.goto("/");
      await settled(page);
      await page.screenshot({ path: `e2e/shots/sign-in-${mode}.png` });
      expect(await violations(page)).toEqual([]);
    });

    test("no page has a violation or an error", async ({ page }) => {
      test.setTimeout(600_000);
      const errors = listen(page);
      await signIn(page, ADMIN);
      for (const [name, address] of Object.entries(pages)) {
        await test.step(name, async () => {
          await page.goto(address);
          await settled(page).catch(() => undefined);
          await page.screenshot({ path: `e2e/shots/${name}-${mode}.png` });
          expect.soft(await violations(page), name).toEqual([]);
        });
      }
      expect(errors).toEqual([]);
    });

    if (onMock) {
      for (const [person, addresses] of Object.entries(states)) {
        test(`the state "${person}" has no violation`, async ({ page }) => {
          test.setTimeout(120_000);
          await page.context().addCookies([{ name: "plumbline_session", value: person, url: "http://127.0.0.1:4173" }]);
          for (const address of addresses) {
            await page.goto(address);
            await settled(page);
            const name = address.split("?")[0]?.slice(1) || "overview";
            await page.screenshot({ path: `e2e/shots/state-${person}-${name}-${mode}.png` });
            expect.soft(await violations(page), address).toEqual([]);
          }
        });
      }
    }
  });
}

test("a narrow window has no sideways scroll", async ({ page }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 1024, height: 800 });
  await signIn(page, ADMIN);
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(address);
    await settled(page).catch(() => undefined);
    await page.screenshot({ path: `e2e/shots/${name}-1024.png` });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(beyond, name).toBeLessThanOrEqual(0);
  }
});
