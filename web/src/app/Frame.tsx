import AppLayout from "@cloudscape-design/components/app-layout";
import SplitPanel from "@cloudscape-design/components/split-panel";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { isBoolean, useKept } from "../parts/kept";
import { common } from "../words/common";
import { frame } from "../words/frame";
import { InnerLinks } from "./InnerLinks";
import { useOffline } from "./offline";
import { useKeys } from "./keys";
import { PanelProvider, usePanels } from "./panel";
import { useStatus } from "./session";
import { SideBar } from "./SideBar";
import { TopBar } from "./TopBar";

const Dialogs = {
  search: lazy(() => import("./Finder")),
  scope: lazy(() => import("./ScopePicker")),
  keys: lazy(() => import("./KeyHelp")),
  password: lazy(() => import("./OwnPassword")),
  factor: lazy(() => import("./SecondFactor")),
} as const;

/** The dialogs that the frame can open. */
export type DialogName = keyof typeof Dialogs;

const LABELS = {
  navigation: frame.navigation,
  navigationToggle: "Open the navigation",
  navigationClose: "Close the navigation",
} as const;

const PANEL_WORDS = {
  closeButtonAriaLabel: common.closePanel,
  openButtonAriaLabel: common.openPanel,
  resizeHandleAriaLabel: common.resizePanel,
} as const;

function isSize(value: unknown): value is number {
  return typeof value === "number" && value > 100;
}

/** What is around every page: top bar, navigation, the panel below, dialogs and keys. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const status = useStatus();
  const offline = useOffline();
  const [navigationOpen, setNavigationOpen] = useKept("navigation", true, isBoolean);
  const [panelSize, setPanelSize] = useKept("panel", 380, isSize);
  const [dialog, setDialog] = useState<DialogName>();
  const { panel, setHost, value } = usePanels();
  const keys = useMemo(
    () => ({ onSearch: () => setDialog("search"), onHelp: () => setDialog("keys"), onClosePanel: () => panel?.close() }),
    [panel],
  );
  useKeys(keys);
  const Dialog = dialog && Dialogs[dialog];

  return (
    <InnerLinks>
      <TopBar status={status.data} onDialog={setDialog} />
      <PanelProvider value={value}>
        <AppLayout
          headerSelector="#top"
          ariaLabels={LABELS}
          navigation={<SideBar status={status.data} />}
          navigationWidth={216}
          navigationOpen={navigationOpen}
          onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
          toolsHide
          maxContentWidth={Number.MAX_VALUE}
          content={
            <Suspense>
              {offline?.banner}
              {children}
            </Suspense>
          }
          splitPanelPreferences={{ position: "bottom" }}
          splitPanelSize={panelSize}
          onSplitPanelResize={({ detail }) => setPanelSize(detail.size)}
          splitPanelOpen={panel !== undefined}
          onSplitPanelToggle={({ detail }) => !detail.open && panel?.close()}
          splitPanel={
            panel && (
              <SplitPanel header={panel.title} closeBehavior="hide" hidePreferencesButton i18nStrings={PANEL_WORDS}>
                <div id="panel" ref={setHost} />
              </SplitPanel>
            )
          }
        />
      </PanelProvider>
      {Dialog && (
        <Suspense>
          <Dialog onClose={() => setDialog(undefined)} />
        </Suspense>
      )}
    </InnerLinks>
  );
}
