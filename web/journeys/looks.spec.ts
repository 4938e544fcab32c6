import { pages } from "../e2e/pages";
import { look } from "./look";
import { test } from "./people";

const ASSET = "arn:aws:iam::210000000004:user/ci-build";
const all: Readonly<Record<string, string>> = {
  ...pages,
  "compliance-as-of": "/compliance?asOf=2026-11-20",
  "findings-by-account": "/findings?group=account",
  "exceptions-proposed": "/exceptions?state=proposed",
  asset: `/assets/one?arn=${encodeURIComponent(ASSET)}`,
  "asset-timeline": `/assets/one?arn=${encodeURIComponent(ASSET)}&tab=timeline`,
  "account-open": "/accounts?open=210000000004",
};

/** What a page shows below itself. The page above is held against axe under its own name. */
const panel = (address: string): string | undefined => (/^\/compliance.*&tab=/.test(address) ? "#panel" : undefined);

test("sign-in has no violation in either mode", async ({ page }) => {
  await look(page, "sign-in", "/");
});

test.describe("signed in", () => {
  test.use({ as: "admin" });
  test.describe.configure({ timeout: 120_000 });
  for (const [name, address] of Object.entries(all)) {
    test(`${name} has no violation in either mode`, async ({ page }) => look(page, name, address, panel(address)));
  }
});
