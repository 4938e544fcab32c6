import { defineConfig } from "@playwright/test";

/** Journeys run against BASE_URL where it is set, else against the mock, which they start. */
const outside = process.env["BASE_URL"];

export default defineConfig({
  testDir: "e2e",
  workers: 1,
  timeout: 60_000,
  reporter: "list",
  use: {
    baseURL: outside ?? "http://127.0.0.1:4173",
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  ...(outside === undefined && { webServer: { command: "npm run mock", url: "http://127.0.0.1:4173", reuseExistingServer: true } }),
});
