import type { Schemas } from "./fixtures/estate.ts";
import type { Scenario } from "./fixtures/verdicts.ts";

/** Who can sign in to the mock; every password is "a long password". The name chooses what is seen. */
export interface Person {
  readonly role: Schemas["Role"];
  readonly scenario: Scenario;
  readonly scope: Schemas["Scope"];
  mustChangePassword: boolean;
  /** Every request fails. */
  readonly broken: boolean;
}

const ALL = { accounts: [], ous: [] };

function person(role: Schemas["Role"], scenario: Scenario = "usual", rest: Partial<Person> = {}): Person {
  return { role, scenario, scope: ALL, mustChangePassword: false, broken: false, ...rest };
}

export const people: Readonly<Record<string, Person>> = {
  ana: person("engineer"),
  ben: person("engineer"),
  aud: person("auditor"),
  root: person("admin"),
  vic: person("viewer", "usual", { scope: { accounts: ["210000000006"], ous: [] } }),
  first: person("admin", "first"),
  clean: person("engineer", "clean"),
  stale: person("engineer", "stale"),
  broken: person("engineer", "usual", { broken: true }),
  newcomer: person("viewer", "usual", { mustChangePassword: true }),
};

export const PASSWORD = "a long password";

export function sessionOf(name: string, { role, scope, mustChangePassword }: Person): Schemas["Session"] {
  return { name, role, scope, csrf: `csrf-${name}`, mustChangePassword, secondFactor: false, elsewhere: false };
}
