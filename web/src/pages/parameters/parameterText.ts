import type { Schemas } from "../../api/client";
import { parameters as words } from "../../words/parameters.ts";

type Names = Pick<Schemas["SystemStatus"], "accounts" | "ous">;

/** A value as people read it. */
export function valueText(value: Schemas["ParameterValue"]): string {
  if (Array.isArray(value)) return value.length === 0 ? words.empty : value.join(", ");
  if (typeof value === "boolean") return value ? words.yes : words.no;
  return String(value);
}

/** What a value is for; accounts and units by their names where they are known. */
export function placeText({ kind, name = "" }: Schemas["ParameterPlace"], names: Names | undefined): string {
  switch (kind) {
    case "organization":
      return words.organization;
    case "ou":
      return words.ou(names?.ous.find(({ id }) => id === name)?.name ?? name);
    case "account": {
      const known = names?.accounts.find(({ id }) => id === name)?.name;
      return known === undefined ? name : `${known} (${name})`;
    }
  }
}

/** The parameters in which a text stands, or in what is set for them. */
export function matching(
  items: readonly Schemas["RuleParameter"][],
  text: string,
  setOnly: boolean,
  names: Names | undefined,
): Schemas["RuleParameter"][] {
  const sought = text.trim().toLowerCase();
  return items.filter(({ rule, title, parameter, about, settings }) => {
    if (setOnly && settings.length === 0) return false;
    const all = [rule, title, parameter, about, ...settings.flatMap(({ place, reason, by }) => [placeText(place, names), reason, by])];
    return all.join("\n").toLowerCase().includes(sought);
  });
}
