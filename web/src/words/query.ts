import { count, number } from "./common";

/** Words of the Query page. */
export const query = {
  title: "Query",
  about: "One SELECT over the tables of the newest snapshot, of the accounts that you may see.",
  sql: "SQL",
  run: "Run",
  runKeys: "Ctrl Enter",
  tables: "Tables",
  findTable: "Find a table or column",
  noTable: "No table by that name",
  insert: (name: string) => `Write ${name} into the query`,
  rowsOf: (rows: number) => count(rows, "row"),
  answer: (rows: number, milliseconds: number) => `${count(rows, "row")} in ${number(milliseconds)} ms`,
  cut: (rows: number) => `There are more: these are the first ${number(rows)}.`,
  download: "Download CSV",
  results: "Result",
  startTitle: "No query yet",
  start: "Write a SELECT, or open a saved one, and run it.",
  noRows: "The query gave no row",
  example: "select account_id, count(*) as users\nfrom aws_iam_user\ngroup by account_id\norder by users desc\n",
  nothing: "null",
} as const;
