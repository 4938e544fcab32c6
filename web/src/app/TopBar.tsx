import TopNavigation, { type TopNavigationProps } from "@cloudscape-design/components/top-navigation";
import { useEffect, useState } from "react";
import { client, queries, type Schemas } from "../api/client";
import { usePlace } from "../url/place";
import { common, percent } from "../words/common";
import { frame } from "../words/frame";
import { ago } from "../words/time";
import { densities, type Display, followSystem, keptDisplay, lightOnPaper, show, themes } from "./display";
import type { DialogName } from "./Frame";
import { useOffline } from "./offline";
import { scopeName } from "./scope";
import { useSession } from "./session";

type Status = Schemas["SystemStatus"];
type Utility = TopNavigationProps.Utility;

function scanUtility(status: Status | undefined, href: string): Utility {
  if (status?.running) {
    const { cells, cellsDone } = status.running;
    return { type: "button", iconName: "status-in-progress", text: frame.scanning(percent(cells === 0 ? 0 : cellsDone / cells)), href };
  }
  // Nothing is known before the first answer: it must not look as if nothing had been scanned.
  if (!status) return { type: "button", iconName: "status-pending", text: frame.pages.scans, href };
  if (!status.assessment) return { type: "button", iconName: "status-pending", text: frame.notScanned, href };
  const { now, stale } = status.assessment;
  return { type: "button", iconName: stale ? "status-warning" : "status-positive", text: frame.scanned(ago(now, new Date())), href };
}

function displayUtility(display: Display, change: (display: Display) => void, onKeys: () => void): Utility {
  return {
    type: "menu-dropdown",
    iconName: "settings",
    ariaLabel: frame.display,
    title: frame.display,
    items: [
      {
        id: "theme",
        text: frame.theme,
        items: themes.map((id) => ({ id, text: frame.themes[id], itemType: "checkbox", checked: display.theme === id })),
      },
      {
        id: "density",
        text: frame.density,
        items: densities.map((id) => ({ id, text: frame.densities[id], itemType: "checkbox", checked: display.density === id })),
      },
      { id: "keys", text: frame.keys },
    ],
    onItemClick: ({ detail }) => {
      const theme = themes.find((choice) => choice === detail.id);
      const density = densities.find((choice) => choice === detail.id);
      if (theme) change({ ...display, theme });
      else if (density) change({ ...display, density });
      else onKeys();
    },
  };
}

/** Ends the session here and on the server, and forgets every answer; who came from an identity provider is led there to sign out, too. */
async function signOut(elsewhere: boolean): Promise<void> {
  await client.DELETE("/api/session");
  location.assign(elsewhere ? "/api/session/oidc/end" : "/");
}

interface Properties {
  readonly status: Status | undefined;
  readonly onDialog: (dialog: DialogName) => void;
}

/** Product, search, scope, scan, display and person. */
export function TopBar({ status, onDialog }: Properties) {
  const place = usePlace();
  const session = useSession();
  const offline = useOffline();
  const [display, setDisplay] = useState(keptDisplay);
  useEffect(() => {
    show(display);
    return followSystem(() => show(display));
  }, [display]);

  useEffect(lightOnPaper, []);

  const person: Utility = {
    type: "menu-dropdown",
    iconName: "user-profile",
    text: session.name,
    description: frame.roles[session.role],
    // Who comes from an identity provider has password and codes there.
    items: [
      ...(session.elsewhere
        ? []
        : [
            { id: "password", text: frame.changePassword },
            { id: "factor", text: frame.secondFactor },
          ]),
      { id: "out", text: frame.signOut },
    ],
    onItemClick: ({ detail }) => {
      if (detail.id === "out") void signOut(session.elsewhere).finally(() => queries.clear());
      else onDialog(detail.id === "factor" ? "factor" : "password");
    },
  };
  return (
    <div id="top">
      <TopNavigation
        identity={{ href: place.to("/"), title: common.product }}
        utilities={[
          { type: "button", iconName: "search", text: `${frame.search}  ⌘K`, onClick: () => onDialog("search") },
          {
            type: "button",
            iconName: "filter",
            text: scopeName(place, status),
            onClick: () => onDialog("scope"),
            disableTextCollapse: true,
          },
          ...(offline ? [] : [scanUtility(status, place.to("/scans"))]),
          displayUtility(display, setDisplay, () => onDialog("keys")),
          ...(offline ? [] : [person]),
        ]}
      />
    </div>
  );
}
