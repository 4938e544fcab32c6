import type { Schemas } from "../../api/client";
import { exceptions as words } from "../../words/exceptions";

type Names = Pick<Schemas["SystemStatus"], "accounts" | "ous">;

/** An exception's scope in a few words; accounts and units by their names where they are known. */
export function scopeText(scope: Schemas["ExceptionScope"], names: Names | undefined): string {
  const nameOf = (id: string): string => names?.accounts.find((account) => account.id === id)?.name ?? id;
  const unitOf = (id: string): string => names?.ous.find((ou) => ou.id === id)?.name ?? id;
  const { accounts: ids = [], ous = [], regions = [], arns = [], tags = {} } = scope;
  const parts = [
    ...(ids.length > 0 ? [words.accounts(ids.map(nameOf).join(", "))] : []),
    ...(ous.length > 0 ? [words.ous(ous.map(unitOf).join(", "))] : []),
    ...(regions.length > 0 ? [words.regions(regions.join(", "))] : []),
    ...(arns.length > 0 ? [words.arns(arns.length)] : []),
    ...(Object.keys(tags).length > 0
      ? [
          words.tags(
            Object.entries(tags)
              .map(([name, values]) => `${name}=${values.join("|")}`)
              .join(", "),
          ),
        ]
      : []),
  ];
  return parts.length === 0 ? words.everywhere : parts.join("; ");
}
