import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCenter } from "./center";
import { CHROMIUM, KEPT } from "./kept";

/** Starts one demo for all journeys, in a home of its own; what it returns ends it. Journeys find it by the environment. */
export default async function setUp(): Promise<() => Promise<void>> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `The journeys through the page need a browser, and there is none at ${CHROMIUM}. Install Debian's package chromium, or say where another is: CHROMIUM=/path/to/chromium`,
    );
  }
  rmSync(KEPT, { recursive: true, force: true });
  const home = mkdtempSync(join(tmpdir(), "plumbline-journeys-"));
  const forget = (): void => rmSync(home, { recursive: true, force: true });
  try {
    const center = await startCenter(home, "demo");
    process.env["JOURNEY_HOME"] = home;
    process.env["JOURNEY_URL"] = center.url;
    process.env["JOURNEY_FIRST_PASSWORD"] = center.firstPassword;
    return async () => {
      await center.end();
      forget();
    };
  } catch (error) {
    forget();
    throw error;
  }
}
