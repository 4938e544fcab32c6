import { count, number, percent } from "./common";

/** Words of the Overview. */
export const overview = {
  title: "Overview",
  since: "What changed since",
  opened: "New findings",
  reopened: "Came back",
  resolved: "Resolved",
  exceptions: "Exceptions ending in 30 days",
  score: "Score",
  scoreMoved: (points: number) => (points === 0 ? "unchanged" : `${points > 0 ? "+" : "−"}${number(Math.abs(points))} points`),
  scoreNone: "–",
  scoreOf: (share: number) => percent(share),
  critical: "New critical and high findings",
  criticalNoneTitle: "None",
  criticalNone: "No critical or high finding was opened in this time.",
  top: "Rules with most affected assets",
  topNoneTitle: "Nothing failed",
  affectedAssets: (assets: number) => count(assets, "asset"),
  failingIn: (failing: number, accounts: number) => `fails in ${number(failing)} of ${count(accounts, "account")}`,
  attention: "Needs attention",
  attentionNoneTitle: "Nothing",
  attentionNone: "Every account could be entered, and no exception has run out.",
  expired: (reason: string) => `An exception has run out: ${reason}`,
  all: "All findings",
  center: "Compliance Center",
} as const;
