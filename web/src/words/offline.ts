import { count, number } from "./common.ts";

/** Words of the pages where they are opened as a file. */
export const offline = {
  title: (framework: string) => `Offline report: ${framework}`,
  made: "Made",
  by: (name: string, version: string) => `by ${name}, with Plumbline ${version}`,
  of: "of the assessment",
  taken: "taken",
  accounts: (accounts: number) => count(accounts, "account"),
  narrowed: "not all that there are",
  asOf: (day: string) =>
    `The Compliance Center shows the end of ${day} (UTC). Overview, findings, exceptions, attestations and accounts are of when this file was made.`,
  readOnly: "Nothing can be changed here, and nothing is loaded from anywhere.",
  hash: "SHA-256 of the data",
  checking: "is being checked",
  unchanged: "The data are unchanged",
  changed: "The data were changed after this file was made. Do not rely on it, and take a new one from the server.",
  unchecked: "This browser cannot check it",
  verify:
    "Whether the whole file is the one that was handed out: compare what sha256sum says of it with the list on the server's Reports page.",
  about: "About this file",
  leftOut: "Too long for one file:",
  left: {
    findings: (kept: number, total: number) => `${number(kept)} of ${count(total, "finding")} are here, open and severe ones first.`,
    exceptions: (kept: number, total: number) => `${number(kept)} of ${count(total, "exception")} are here.`,
    questions: (kept: number, total: number) => `${number(kept)} of ${count(total, "open question")} are here.`,
    attestations: (kept: number, total: number) => `${number(kept)} of ${count(total, "attestation")} are here.`,
    units: (kept: number, total: number) => `Of ${count(total, "unit")} of some rules ${number(kept)} are here, failed ones first.`,
  },
  leftUnits: (left: number) => `${count(left, "more unit")} of this rule did not fit into this file.`,
  where:
    "Every number counts all of them. The Excel workbook and the CSV file of the same assessment have every unit, the server has the rest.",
  notHereTitle: "This is not in the file",
  notHere: "The file holds what was chosen when it was made. Ask the server for the rest.",
  trendWhole: "The trend of some accounts is not in this file",
} as const;
