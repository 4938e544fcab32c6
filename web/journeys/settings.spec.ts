import { expect } from "@playwright/test";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { test } from "./people";

const SECRET = "a long and random secret";

interface Got {
  readonly request: IncomingMessage;
  readonly body: string;
}

/** A program that waits for webhooks on this machine. It takes them until it is told to refuse. */
async function receiver() {
  const got: Got[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      got.push({ request, body });
      response.writeHead(status).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    got,
    refuse: () => {
      status = 410;
    },
    end: () => server.close(),
  };
}

test.use({ as: "admin" });

test("an admin has a program told what changes, and tries whether it is", async ({ page }) => {
  const hook = await receiver();
  await page.goto("/settings?tab=notifications");
  await page.getByRole("button", { name: "Add a channel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Kind/ }).click();
  await page.getByRole("option", { name: /Webhook/ }).click();
  await dialog.getByLabel("Name", { exact: true }).fill("Our own program");
  await dialog.getByLabel("URL").fill(hook.url);
  await dialog.getByLabel("Signing secret").fill(SECRET);
  await dialog.getByRole("button", { name: "Add a channel" }).click();

  await page.getByRole("button", { name: "Test Our own program" }).click();
  await expect(page.getByText("Our own program works")).toBeVisible();
  expect(hook.got).toHaveLength(1);
  const [{ request, body }] = hook.got as [Got];
  const [, at, sum] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(request.headers["plumbline-signature"])) ?? [];
  expect(sum).toBe(createHmac("sha256", SECRET).update(`${at}.${body}`).digest("hex"));

  hook.refuse();
  await page.getByRole("button", { name: "Test Our own program" }).click();
  await expect(page.getByText("Our own program does not work")).toBeVisible();
  hook.end();

  await page.getByRole("button", { name: "Change Our own program" }).click();
  await expect(dialog.getByLabel("Signing secret")).toHaveValue("");
  await expect(dialog.getByText("It is set, and not shown.").first()).toBeVisible();
  expect(await page.content()).not.toContain(SECRET);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await page.getByRole("button", { name: "Add a route" }).click();
  await dialog.getByLabel("Name", { exact: true }).fill("What is high, each morning");
  await dialog.getByRole("radio", { name: /Once a day/ }).check();
  await dialog.getByRole("button", { name: "Add a route" }).click();
  await expect(page.getByRole("row", { name: /What is high, each morning.*Our own program.*Daily at 06:00 UTC/ })).toBeVisible();
});

test("an admin has scans made by themselves, and one at once", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/settings?tab=schedules");
  await page.getByRole("button", { name: "Add a schedule" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("Every night");
  await dialog.getByLabel("When", { exact: true }).fill("0 3 * *");
  await expect(dialog.locator(".times li")).toHaveCount(0);
  await dialog.getByLabel("When", { exact: true }).fill("0 3 * * *");
  await expect(dialog.locator(".times li")).toHaveCount(5);
  await dialog.getByRole("button", { name: "Add a schedule" }).click();
  const row = page.getByRole("row", { name: /Every night.*0 3 \* \* \* UTC/ });
  await expect(row).toContainText("03:00");
  await expect(row).toContainText("Never");
  await page.getByRole("button", { name: "Run Every night now" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Run now" }).click();
  await expect(row).toContainText("Done", { timeout: 90_000 });
});
