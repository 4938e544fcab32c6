import type { Schemas } from "../../api/client";
import { usePlace, useScope } from "../../url/place";

/** The names in the address that narrow the list. */
export const filterNames = ["q", "severity", "region", "owner", "rule", "asset", "since", "resolvedSince"] as const;

/** What is shown of findings: open and not covered unless told. */
export const views = ["open", "covered", "resolved", "all"] as const;
export type View = (typeof views)[number];

const severities: readonly Schemas["Severity"][] = ["critical", "high", "medium", "low"];

function stateOf(view: View): { state?: ("open" | "resolved")[]; standing?: "open" | "covered" } {
  switch (view) {
    case "open":
      return { state: ["open"], standing: "open" };
    case "covered":
      return { state: ["open"], standing: "covered" };
    case "resolved":
      return { state: ["resolved"] };
    case "all":
      return {};
  }
}

/** What the address asks for, as the list of findings and their groups both take it. */
export function useFilter() {
  const place = usePlace();
  const scope = useScope();
  const view = views.find((each) => each === place.one("state")) ?? (place.one("resolvedSince") === undefined ? "open" : "resolved");
  const severity = severities.filter((each) => place.many("severity").includes(each));
  const region = place.many("region");
  const rule = place.many("rule");
  const owner = place.one("owner");
  const q = place.one("q");
  return {
    view,
    query: {
      ...scope,
      ...stateOf(view),
      ...(severity.length > 0 && { severity }),
      ...(region.length > 0 && { region }),
      ...(rule.length > 0 && { rule }),
      ...(owner !== undefined && { owner }),
      ...(q !== undefined && { q }),
      page: Number(place.one("page") ?? 1),
    },
  };
}
