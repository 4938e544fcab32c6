import type { Schemas } from "../../api/client";

type Result = Schemas["ControlResult"];

/** A column of the matrix. */
export type Column = Pick<Result, "control" | "rule" | "title">;

/** Results laid out: the controls in the order in which they came, and the result of each account and control. */
export interface Matrix {
  readonly columns: readonly Column[];
  readonly at: (account: string, control: string) => Result | undefined;
}

export function matrix(results: readonly Result[]): Matrix {
  const columns = new Map<string, Column>();
  const cells = new Map<string, Result>();
  for (const result of results) {
    if (!columns.has(result.control)) columns.set(result.control, result);
    cells.set(`${result.accountId} ${result.control}`, result);
  }
  return { columns: [...columns.values()], at: (account, control) => cells.get(`${account} ${control}`) };
}
