import { QueryCache, QueryClient } from "@tanstack/react-query";
import createFetchClient, { type Middleware } from "openapi-fetch";
import createQueryClient from "openapi-react-query";
import type { components, paths } from "./generated/openapi";
import { asProblem } from "./problem";

export type Schemas = components["schemas"];

const SESSION = ["get", "/api/session"] as const;

/** Sends the session's token with what changes something, so that another site cannot do it with this browser's cookie. */
const csrf: Middleware = {
  onRequest({ request }) {
    if (request.method === "GET") return undefined;
    const session = queries.getQueriesData<Schemas["Session"]>({ queryKey: SESSION }).at(0)?.[1];
    if (session) request.headers.set("X-Plumbline-Csrf", session.csrf);
    return request;
  },
};

/** What has been asked, kept while it is fresh. A session that has ended anywhere leads to sign-in. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => count < 2 && (asProblem(error).status === 0 || asProblem(error).status >= 502),
    },
  },
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (asProblem(error).status === 401 && query.queryKey[1] !== SESSION[1]) void queries.resetQueries({ queryKey: SESSION });
    },
  }),
});

export const client = createFetchClient<paths>({ baseUrl: "" });
client.use(csrf);

/** Queries and changes, each typed by the path it asks. */
export const api = createQueryClient(client);

/** Asks again for what a change may have touched, named by the beginnings of its paths. */
export function refresh(...beginnings: string[]): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey }) => beginnings.some((beginning) => String(queryKey[1]).startsWith(beginning)),
  });
}
