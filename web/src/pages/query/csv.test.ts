import { expect, it } from "vitest";
import { toCsv } from "./csv.ts";

it("quotes what would break a line or a column", () => {
  expect(toCsv(["a", "b"], [["x,y", 'say "no"\nplease']])).toBe('a,b\r\n"x,y","say ""no""\nplease"\r\n');
});

it("writes what is no text as JSON, and nothing for what is missing", () => {
  expect(toCsv(["a", "b", "c"], [[{ k: 1 }, null, -5]])).toBe('a,b,c\r\n"{""k"":1}",,-5\r\n');
});

it("disarms what a spreadsheet would run", () => {
  expect(toCsv(["a"], [["=cmd()"]])).toBe("a\r\n'=cmd()\r\n");
});
