/** What a URL's query says: each name with its values, in the order given. */
export type Search = Readonly<Record<string, readonly string[]>>;

/** A new value for a name: several, one, or none, which takes the name out. */
export type Change = string | readonly string[] | undefined;

/** Reads a query such as `?account=1&account=2&q=key`. */
export function parse(query: string): Search {
  const search: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) (search[name] ??= []).push(value);
  return search;
}

/** Writes a query with its `?`; empty where nothing is said. Values that are empty are left out. */
export function format(search: Search): string {
  const parameters = new URLSearchParams();
  for (const [name, values] of Object.entries(search)) {
    for (const value of values) if (value !== "") parameters.append(name, value);
  }
  const query = parameters.toString();
  return query === "" ? "" : `?${query}`;
}

/** The query with some names changed. A change of anything but the page itself goes back to the first page. */
export function change(search: Search, changes: Readonly<Record<string, Change>>): Search {
  const changed: Record<string, readonly string[]> = { ...search };
  if (!("page" in changes)) delete changed["page"];
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value.length === 0) delete changed[name];
    else changed[name] = typeof value === "string" ? [value] : value;
  }
  return changed;
}

/** Only some names of a query. */
export function only(search: Search, names: readonly string[]): Search {
  return Object.fromEntries(Object.entries(search).filter(([name]) => names.includes(name)));
}
