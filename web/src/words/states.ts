import { count } from "./common";

/** What pages say when there is nothing, not everything, or nothing new. */
export const states = {
  firstRunTitle: "Connect your accounts",
  firstRun:
    "Nothing has been scanned yet. Run this where AWS credentials of the management account, or of a delegated administrator, are set. It reads and changes nothing.",
  firstRunCommand: "plumbline scan --organization --role PlumblineAudit",
  firstRunOne: "For the account of the credentials alone:",
  firstRunOneCommand: "plumbline scan",
  firstRunAfter: "This page fills by itself when the scan is done.",
  partial: (entered: number, accounts: number) => `${entered} of ${count(accounts, "account")} could be entered`,
  partialDetail: "What could not be read counts as Unknown, never as Pass.",
  partialLink: "What is missing and why",
  gaps: (gaps: number) => `${count(gaps, "thing")} that rules need could not be read`,
  stale: "The newest scan is more than 24 hours old; what changed since is not shown.",
  running: (share: string, done: number, accounts: number) => `A scan is running: ${share}, ${done} of ${count(accounts, "account")} done`,
  asOf: (day: string) => `As it stood at the end of ${day} (UTC).`,
  backToNow: "Show now",
  lastScan: "Last scan",
  nothingAssessed: "No scan had been made by that day.",
} as const;
