import type { Schemas } from "../../api/client";

/** A schedule as somebody is typing it. */
export interface ScheduleDraft {
  readonly name: string;
  readonly cron: string;
  readonly zone: string;
  readonly accounts: readonly string[];
  readonly ous: readonly string[];
  readonly regions: string;
  readonly types: string;
  readonly frameworks: readonly string[];
  readonly all: boolean;
  readonly active: boolean;
}

/** Every night: what most want. */
const USUAL_CRON = "0 3 * * *";

export function draftOf(schedule: Schemas["Schedule"] | undefined): ScheduleDraft {
  const scope = schedule?.scope;
  return {
    name: schedule?.name ?? "",
    cron: schedule?.cron ?? USUAL_CRON,
    zone: schedule?.zone ?? "UTC",
    accounts: scope?.accounts ?? [],
    ous: scope?.ous ?? [],
    regions: (scope?.regions ?? []).join(" "),
    types: (scope?.types ?? []).join(" "),
    frameworks: scope?.frameworks ?? [],
    all: scope?.all ?? false,
    active: schedule?.active ?? true,
  };
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}

/** The request that a draft makes; kinds of which nothing is said are left out, since they are as the server was started. */
export function requestOf({
  name,
  cron,
  zone,
  accounts,
  ous,
  regions,
  types,
  frameworks,
  all,
  active,
}: ScheduleDraft): Schemas["ScheduleRequest"] {
  const regionList = words(regions);
  const typeList = words(types);
  return {
    name: name.trim(),
    cron: cron.trim(),
    zone,
    scope: {
      ...(accounts.length > 0 && { accounts: [...accounts] }),
      ...(ous.length > 0 && { ous: [...ous] }),
      ...(regionList.length > 0 && { regions: regionList }),
      ...(typeList.length > 0 && { types: typeList }),
      ...(frameworks.length > 0 && { frameworks: [...frameworks] }),
      all,
    },
    active,
  };
}
