import { join } from "node:path";

/** Where a run leaves what somebody may want to look at: screenshots, what the servers said, what failed. */
export const KEPT = join(import.meta.dirname, "kept");

/** Debian's browser unless CHROMIUM names another; Playwright's own is never fetched. */
export const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
