import { defineConfig } from "@playwright/test";
import { join } from "node:path";
import { CHROMIUM, KEPT } from "./kept";

/**
 * Journeys through the real server on the estate: one demo for all. The first journey makes the people whom the others are; those that
 * move the clock come last, since nothing brings it back.
 */
export default defineConfig({
  testDir: ".",
  globalSetup: "./setUp",
  outputDir: join(KEPT, "failures"),
  workers: 2,
  timeout: 60_000,
  globalTimeout: 600_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  projects: [
    { name: "first", testMatch: "first.spec.ts" },
    { name: "work", testMatch: "work.spec.ts", dependencies: ["first"] },
    { name: "looks", testMatch: "looks.spec.ts", dependencies: ["first"], fullyParallel: true },
    { name: "offline", testMatch: "offline.spec.ts", dependencies: ["first"] },
    { name: "time", testMatch: "time.spec.ts", dependencies: ["work", "looks", "offline"] },
  ],
});
