import { describe, expect, it } from "vitest";
import { change, format, only, parse } from "./search.ts";

describe("a query", () => {
  it("keeps several values of one name in their order", () => {
    expect(parse("?account=2&account=1&q=a+b")).toEqual({ account: ["2", "1"], q: ["a b"] });
  });

  it("is the same after being read and written", () => {
    const query = "?ou=Root%2FWorkloads&arn=arn%3Aaws%3As3%3A%3A%3Ax%2Cy";
    expect(format(parse(query))).toBe(query);
  });

  it("says nothing where nothing is chosen", () => {
    expect(format({ q: [""] })).toBe("");
  });
});

describe("a change of a query", () => {
  it("goes back to the first page", () => {
    expect(change(parse("?page=3&q=a"), { q: "b" })).toEqual({ q: ["b"] });
  });

  it("keeps the page when the page is what changes", () => {
    expect(change(parse("?q=a"), { page: "2" })).toEqual({ q: ["a"], page: ["2"] });
  });

  it("takes a name out that has no value any more", () => {
    expect(change(parse("?q=a&severity=high"), { q: undefined, severity: [] })).toEqual({});
  });
});

it("keeps only the scope of a query", () => {
  expect(only(parse("?account=1&q=a"), ["account", "ou"])).toEqual({ account: ["1"] });
});
