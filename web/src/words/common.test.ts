import { expect, it } from "vitest";
import { count, percent } from "./common.ts";

it("never rounds up to everything or down to nothing", () => {
  expect([1, 0.999, 0.46, 0.001, 0].map(percent)).toEqual(["100 %", "99 %", "46 %", "1 %", "0 %"]);
});

it("counts one thing in the singular", () => {
  expect([count(1, "account"), count(1234, "account"), count(2, "policy", "policies")]).toEqual([
    "1 account",
    "1,234 accounts",
    "2 policies",
  ]);
});
