/** What a request asks for, by the names of its parameters. */
export interface Ask {
  readonly one: (name: string) => string | undefined;
  readonly many: (name: string) => readonly string[];
}

/** As many rows as the server gives where nobody says. */
const SIZE = 50;

/** Reads a query as openapi-fetch has it: what is left out or empty is not asked for. */
export function askOf(query: Readonly<Record<string, unknown>> = {}): Ask {
  const many = (name: string): string[] => {
    const value = query[name];
    return (Array.isArray(value) ? value : [value]).flatMap((each: unknown) =>
      each === undefined || each === null || each === "" ? [] : [String(each)],
    );
  };
  return { one: (name) => many(name)[0], many };
}

/** The page of a list that is asked for. */
export function paged<T>(all: readonly T[], ask: Ask): { items: T[]; total: number; page: number; size: number } {
  const page = Number(ask.one("page") ?? 1);
  const size = Number(ask.one("size") ?? SIZE);
  return { items: all.slice((page - 1) * size, page * size), total: all.length, page, size };
}

/** Whether a value is one of those that a parameter names; any value is where it names none. */
export function among(ask: Ask, name: string): (value: string) => boolean {
  const wanted = ask.many(name);
  return (value) => wanted.length === 0 || wanted.includes(value);
}

/** Whether the text that is looked for stands in one of these, in capitals or not. */
export function holds(ask: Ask, ...texts: readonly (string | undefined)[]): boolean {
  const wanted = ask.one("q")?.trim().toLowerCase() ?? "";
  return wanted === "" || texts.some((text) => text?.toLowerCase().includes(wanted));
}

/** Compares texts as the database does: character by character. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
