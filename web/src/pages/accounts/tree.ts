import type { Schemas } from "../../api/client";

type Account = Schemas["Account"];

/** A unit of the organization with what is in it, or an account. */
export type Node =
  | {
      readonly kind: "ou";
      readonly key: string;
      readonly name: string;
      readonly path: readonly string[];
      readonly children: Node[];
      readonly accounts: number;
    }
  | { readonly kind: "account"; readonly key: string; readonly account: Account };

type Unit = Extract<Node, { kind: "ou" }>;

function unit(path: readonly string[], members: readonly Account[]): Unit {
  const depth = path.length;
  const below = Map.groupBy(
    members.filter(({ ous }) => ous.length > depth),
    ({ ous }) => ous[depth] ?? "",
  );
  const units = [...below].map(([name, list]) => unit([...path, name], list)).sort((one, other) => one.name.localeCompare(other.name));
  const here = members
    .filter(({ ous }) => ous.length === depth)
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((account): Node => ({ kind: "account", key: account.id, account }));
  return { kind: "ou", key: path.join("/"), name: path.at(-1) ?? "", path, children: [...units, ...here], accounts: members.length };
}

/** The organization's tree as the accounts' paths tell it: units before accounts, each by name. Accounts without a path come last. */
export function organization(accounts: readonly Account[]): Node[] {
  return unit([], accounts).children;
}

/** Every unit of a tree. */
export function units(nodes: readonly Node[]): Unit[] {
  return nodes.flatMap((node) => (node.kind === "ou" ? [node, ...units(node.children)] : []));
}
