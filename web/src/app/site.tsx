import { type AnyRoute, createRootRoute, createRoute, createRouter, type RouterHistory } from "@tanstack/react-router";
import { Gate } from "./Gate";
import { NotFound } from "./NotFound";

const root = createRootRoute({ component: Gate, notFoundComponent: NotFound });

/** A page at its path. */
export const at = <Path extends string>(path: Path, component: Parameters<typeof createRoute>[0]["component"]) =>
  createRoute({ getParentRoute: () => root, path, component });

/** A site of these pages. Queries of addresses are read by `usePlace`, not by the router. */
export function site(pages: readonly AnyRoute[], history?: RouterHistory) {
  return createRouter({
    routeTree: root.addChildren([...pages]),
    scrollRestoration: true,
    defaultPendingMs: 300,
    ...(history && { history }),
  });
}
