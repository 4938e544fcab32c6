import { useRouter } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";
import { useOffline } from "./offline";

/** Where on the site an address leads; undefined where it leads elsewhere. */
function onServer({ origin, pathname, search }: URL): string | undefined {
  return origin === location.origin && !pathname.startsWith("/api/") ? pathname + search : undefined;
}

/** The same where the site is a file, whose pages stand behind #. */
function inFile({ protocol, pathname, hash }: URL): string | undefined {
  return protocol === location.protocol && pathname === location.pathname && hash.startsWith("#/") ? hash.slice(1) : undefined;
}

/**
 * Makes every plain link within the site one that does not load the page anew, whatever component drew it. A click that asks for a new
 * tab, a download or another site is left to the browser.
 */
export function InnerLinks({ children }: { readonly children: ReactNode }) {
  const router = useRouter();
  const offline = useOffline() !== undefined;
  const follow = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const anchor = event.target instanceof Element ? event.target.closest("a") : undefined;
    if (!anchor?.href || anchor.target || anchor.hasAttribute("download")) return;
    const inner = offline ? inFile(new URL(anchor.href)) : onServer(new URL(anchor.href));
    if (inner === undefined) return;
    event.preventDefault();
    router.history.push(inner);
  };
  return <div onClick={follow}>{children}</div>;
}
