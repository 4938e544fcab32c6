import Badge from "@cloudscape-design/components/badge";
import SideNavigation, { type SideNavigationProps } from "@cloudscape-design/components/side-navigation";
import type { Schemas } from "../api/client";
import { usePlace } from "../url/place";
import { number } from "../words/common";
import { frame } from "../words/frame";
import { useOffline } from "./offline";
import { allPages, below, explore, fitsFile, overview, type PageEntry, posture } from "./pages";

/** The pages there are, with how many findings are open and how many exceptions wait for an approval. */
export function SideBar({ status }: { readonly status: Schemas["SystemStatus"] | undefined }) {
  const place = usePlace();
  const offline = useOffline();
  const shown = (pages: readonly PageEntry[]): readonly PageEntry[] => (offline ? pages.filter(fitsFile) : pages);
  const counts: Readonly<Record<string, number | undefined>> = {
    "/findings": status?.openFindings,
    "/exceptions": status?.exceptionsToApprove,
  };
  const link = ({ path, name }: PageEntry): SideNavigationProps.Link => {
    const waiting = counts[path] ?? 0;
    return { type: "link", text: name, href: place.to(path), ...(waiting > 0 && { info: <Badge color="grey">{number(waiting)}</Badge> }) };
  };
  const current = allPages.filter(({ path }) => path === place.path || (path !== "/" && place.path.startsWith(`${path}/`))).at(0);
  return (
    <SideNavigation
      activeHref={current ? place.to(current.path) : ""}
      items={[
        link(overview),
        { type: "section-group", title: frame.posture, items: shown(posture).map(link) },
        { type: "section-group", title: frame.explore, items: shown(explore).map(link) },
        ...(offline ? [] : [{ type: "divider" } as const, ...below.map(link)]),
      ]}
    />
  );
}
