import { number } from "./common";

/** Words of the Reports page. */
export const reports = {
  title: "Reports",
  about: "An assessment as a file: to hand over, to keep, to read elsewhere.",
  make: "Make a report",
  makeAbout: "Of the framework, the day and the scope chosen above.",
  nothing: "There is no assessment to make a report of",
  columns: { format: "Report", use: "What it is for", get: "Get it" },
  get: "Download",
  getOf: (name: string) => `Download: ${name}`,
  open: "Open to print",
  formats: {
    offline: "Pages as one file",
    html: "HTML summary",
    xlsx: "Excel workbook",
    csv: "CSV",
    json: "JSON",
    ocsf: "OCSF",
    asff: "ASFF (Security Hub)",
    sarif: "SARIF",
    junit: "JUnit XML",
    evidence: "Evidence pack",
    pdf: "PDF",
  },
  uses: {
    offline:
      "These pages, read only, in one HTML file that any browser opens from a disk without a network: for somebody who has no access here.",
    html: "One page without scripts, for mail and archive: score, controls, what failed and how to mend it.",
    xlsx: "Controls, accounts and every unit as sheets, to sort, filter and comment.",
    csv: "Every unit as a row, for any other program.",
    json: "Everything, for programs of your own.",
    ocsf: "Compliance findings for a SIEM or a security data lake.",
    asff: "Findings as AWS Security Hub imports them.",
    sarif: "Results for code-scanning views.",
    junit: "Test results for a pipeline: a control that fails is a test that fails.",
    evidence: "For an auditor who takes nobody's word: rules, verdicts, the rows they rest on, decisions and hashes, as a zip.",
    pdf: "The Compliance Center on paper: open it and print it to a file.",
  },
  history: "Reports made",
  historyAbout:
    "Every file that was downloaded to its end, with the SHA-256 of the whole file. To see that a file is the one that was handed out: sha256sum FILE, then look for the result here.",
  filter: "Find by SHA-256, person, assessment or format",
  made: {
    at: "Made",
    by: "By",
    format: "Report",
    assessment: "Assessment",
    accounts: "Accounts",
    size: "Size",
    sha256: "SHA-256",
    file: "File",
    framework: "Framework",
  },
  emptyTitle: "No report yet",
  empty: "What is downloaded above, or exported from the Compliance Center, is listed here.",
  size: (bytes: number) => {
    if (bytes < 1_000) return `${number(bytes)} B`;
    if (bytes < 1_000_000) return `${number(Math.round(bytes / 1_000))} kB`;
    return `${number(Math.round(bytes / 100_000) / 10)} MB`;
  },
} as const;
