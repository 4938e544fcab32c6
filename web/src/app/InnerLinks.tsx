import { useRouter } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";

/**
 * Makes every plain link within the site one that does not load the page anew, whatever component drew it. A click that asks for a new
 * tab, a download or another site is left to the browser.
 */
export function InnerLinks({ children }: { readonly children: ReactNode }) {
  const router = useRouter();
  const follow = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const anchor = event.target instanceof Element ? event.target.closest("a") : undefined;
    if (!anchor?.href || anchor.target || anchor.hasAttribute("download")) return;
    const address = new URL(anchor.href);
    if (address.origin !== location.origin || address.pathname.startsWith("/api/")) return;
    event.preventDefault();
    router.history.push(address.pathname + address.search);
  };
  return <div onClick={follow}>{children}</div>;
}
