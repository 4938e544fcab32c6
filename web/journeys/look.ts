import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, type Request } from "@playwright/test";
import { join } from "node:path";
import { KEPT } from "./kept";

const modes = ["light", "dark"] as const;
const NARROW = { width: 1024, height: 800 };

/** How long nothing must be asked of the server for a page to count as drawn; milliseconds. */
const SILENCE = 200;

/** Counts what is under way. The stream of a scan's progress does not count: it goes on as long as the scan does. */
function listen(page: Page): { readonly errors: string[]; readonly drawn: () => Promise<void> } {
  const errors: string[] = [];
  const asked = new Set<Request>();
  let last = Date.now();
  page.on("console", (message) => {
    // An answer that is a refusal is no error of the page, as for who is not signed in yet.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => {
    last = Date.now();
    if (request.resourceType() !== "eventsource") asked.add(request);
  });
  const over = (request: Request): void => {
    last = Date.now();
    asked.delete(request);
  };
  page.on("requestfinished", over);
  page.on("requestfailed", over);
  const drawn = async (): Promise<void> => {
    await page.locator("h1").first().waitFor();
    await expect.poll(() => asked.size === 0 && Date.now() - last > SILENCE, { intervals: [50], timeout: 20_000 }).toBe(true);
    await page.evaluate(async () => document.fonts.ready.then(() => undefined));
  };
  return { errors, drawn };
}

/** What axe has against what is shown; against one part of it where one is named. */
export async function violations(page: Page, part?: string): Promise<string[]> {
  // Listing what is well, too, would take several times as long on a page with a large table.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]);
  const { violations: found } = await (part === undefined ? axe : axe.include(part)).analyze();
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 200))
        .join(" | ")}`,
  );
}

/** Holds a page, or the part of it that is new there, against axe in both modes, keeps how it looks, and looks whether it fits a narrow window. */
export async function look(page: Page, name: string, address: string, part?: string): Promise<void> {
  const { errors, drawn } = listen(page);
  await page.goto(address);
  await drawn();
  for (const mode of modes) {
    await page.emulateMedia({ colorScheme: mode });
    await expect(page.locator("body.awsui-dark-mode")).toHaveCount(mode === "dark" ? 1 : 0);
    await page.screenshot({ path: join(KEPT, `${name}-${mode}.png`) });
    expect.soft(await violations(page, part), `${name}, ${mode}`).toEqual([]);
  }
  await page.setViewportSize(NARROW);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), {
      message: `${name} scrolls sideways at ${NARROW.width} pixels`,
      timeout: 3_000,
    })
    .toBeLessThanOrEqual(0);
  await page.screenshot({ path: join(KEPT, `${name}-narrow.png`) });
  expect(errors).toEqual([]);
}
