import type { components } from "../api/generated/openapi";
import type { Ask } from "./ask.ts";

type Account = Pick<components["schemas"]["Account"], "id" | "ous" | "ouIds">;

/** What an account's units are called: by name, by path such as Root/Workloads, by id. */
function unitsOf({ ous, ouIds = [] }: Account): string[] {
  return [...ous, ...ous.map((_name, index) => ous.slice(0, index + 1).join("/")), ...ouIds];
}

/** Whether an account is in the scope that is asked for: accounts and units must both fit, as on the server. */
export function inScope(ask: Ask, accounts: readonly Account[]): (id: string) => boolean {
  const ids = ask.many("account");
  const ous = ask.many("ou");
  const within = new Set(accounts.filter((account) => unitsOf(account).some((unit) => ous.includes(unit))).map(({ id }) => id));
  return (id) => (ids.length === 0 || ids.includes(id)) && (ous.length === 0 || within.has(id));
}

/** Whether a part is asked for and not all. */
export function isNarrowed(ask: Ask): boolean {
  return ask.many("account").length + ask.many("ou").length > 0;
}
