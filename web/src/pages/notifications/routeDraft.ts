import type { Schemas } from "../../api/client";

type Route = Schemas["Route"];

export const severities: readonly Schemas["Severity"][] = ["informational", "low", "medium", "high", "critical"];
export const events: readonly Schemas["RouteEvent"][] = ["opened", "reopened", "resolved"];

/** Other systems' own lists of findings: a message once a day is nothing that they take. */
const AT_ONCE: readonly string[] = ["pagerduty", "securityhub"];

/** A route as somebody is typing it. */
export interface RouteDraft {
  readonly name: string;
  readonly channel: string;
  readonly leastSeverity: Schemas["Severity"];
  readonly accounts: readonly string[];
  readonly ous: readonly string[];
  readonly frameworks: readonly string[];
  readonly events: readonly Schemas["RouteEvent"][];
  /** The hour of the digest; undefined for at once. */
  readonly digestHour: number | undefined;
  readonly active: boolean;
}

/** Whether a kind of channel is told each finding at once, whatever one would like. */
export function onlyAtOnce(kind: Schemas["ChannelKind"] | undefined): boolean {
  return kind !== undefined && (kind.tickets || AT_ONCE.includes(kind.id));
}

export function draftOf(route: Route | undefined, channel: string): RouteDraft {
  return {
    name: route?.name ?? "",
    channel: route?.channel ?? channel,
    leastSeverity: route?.leastSeverity ?? "high",
    accounts: route?.accounts ?? [],
    ous: route?.ous ?? [],
    frameworks: route?.frameworks ?? [],
    events: route?.events ?? events,
    digestHour: route?.digestHour,
    active: route?.active ?? true,
  };
}

/** The request that a draft makes; undefined while something that it needs is missing. */
export function requestOf(draft: RouteDraft, atOnce: boolean): Schemas["RouteRequest"] | undefined {
  const { name, channel, leastSeverity, accounts, ous, frameworks, digestHour, active } = draft;
  if (name.trim() === "" || channel === "" || draft.events.length === 0) return undefined;
  return {
    name: name.trim(),
    channel,
    leastSeverity,
    accounts: [...accounts],
    ous: [...ous],
    frameworks: [...frameworks],
    events: [...draft.events],
    ...(digestHour !== undefined && !atOnce && { digestHour }),
    active,
  };
}
