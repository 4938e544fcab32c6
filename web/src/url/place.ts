import { useLocation, useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Change, change, format, only, parse } from "./search.ts";

/** What is chosen in the top bar and goes along to every page. */
const SCOPE = ["account", "ou"] as const;

type Changes = Readonly<Record<string, Change>>;

/** Where the browser is, and the addresses that lead away from there. */
export interface Place {
  readonly path: string;
  /** The query as it stands, with its `?`. */
  readonly query: string;
  /** The first value of a name. */
  readonly one: (name: string) => string | undefined;
  /** All values of a name. */
  readonly many: (name: string) => string[];
  /** The address of another page, in the scope chosen here. */
  readonly to: (path: string, query?: Changes) => string;
  /** The address of this page with some of its query changed. */
  readonly with: (changes: Changes) => string;
  /** Goes to an address; the browser's Back leads here again. */
  readonly go: (address: string) => void;
  /** Changes this page's query in place, without a step for Back: for filters and open panels. */
  readonly set: (changes: Changes) => void;
}

export function usePlace(): Place {
  const router = useRouter();
  const { pathname, searchStr } = useLocation();
  return useMemo(() => {
    const search = parse(searchStr);
    const changed = (changes: Changes): string => pathname + format(change(search, changes));
    const { history } = router;
    return {
      path: pathname,
      query: searchStr,
      one: (name) => search[name]?.[0],
      many: (name) => [...(search[name] ?? [])],
      // Where the site is a file, what the browser shows is the file's address and # before the site's own.
      to: (path, query = {}) => history.createHref(path + format(change(only(search, SCOPE), query))),
      with: (changes) => history.createHref(changed(changes)),
      go: (address) => history.push(address.slice(address.indexOf("#") + 1)),
      set: (changes) => history.replace(changed(changes)),
    };
  }, [router, pathname, searchStr]);
}

/** The scope as requests say it; empty lists are left out of them. */
export function useScope(): { account?: string[]; ou?: string[] } {
  const place = usePlace();
  return useMemo(() => {
    const account = place.many("account");
    const ou = place.many("ou");
    return { ...(account.length > 0 && { account }), ...(ou.length > 0 && { ou }) };
  }, [place]);
}
