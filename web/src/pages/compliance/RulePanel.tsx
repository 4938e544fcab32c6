import Tabs from "@cloudscape-design/components/tabs";
import { lazy, type ReactNode, Suspense, useCallback } from "react";
import { api, type Schemas } from "../../api/client";
import { PagePanel } from "../../app/panel";
import { Loaded } from "../../parts/Loaded";
import { usePlace } from "../../url/place";
import { compliance as words } from "../../words/compliance";

const AboutTab = lazy(() => import("./AboutTab"));
const AffectedTab = lazy(() => import("./AffectedTab"));
const FixTab = lazy(() => import("./FixTab"));
const ExceptionsTab = lazy(() => import("./ExceptionsTab"));
const HistoryTab = lazy(() => import("./HistoryTab"));
const SqlTab = lazy(() => import("./SqlTab"));

const tabs = ["about", "affected", "fix", "exceptions", "history", "sql"] as const;

interface Properties {
  readonly id: string;
  readonly framework: string;
  /** The assessment whose units are shown; the newest where none is named. */
  readonly assessment: string | undefined;
}

function content(tab: (typeof tabs)[number], rule: Schemas["Rule"], assessment: string | undefined): ReactNode {
  switch (tab) {
    case "about":
      return <AboutTab rule={rule} />;
    case "affected":
      return <AffectedTab rule={rule.id} assessment={assessment} />;
    case "fix":
      return <FixTab rule={rule} />;
    case "exceptions":
      return <ExceptionsTab rule={rule.id} />;
    case "history":
      return <HistoryTab rule={rule.id} />;
    case "sql":
      return <SqlTab rule={rule} />;
  }
}

/** One rule, in the panel below the table: what it is, whom it concerns, what to do. */
export function RulePanel({ id, framework, assessment }: Properties) {
  const place = usePlace();
  const rule = api.useQuery("get", "/api/rules/{rule}", { params: { path: { rule: id } } }, { staleTime: 600_000 });
  const tab = tabs.find((each) => each === place.one("tab")) ?? "about";
  const close = useCallback(
    () => place.set({ rule: undefined, tab: undefined, units: undefined, in: undefined, page: place.one("page") }),
    [place],
  );
  const number = rule.data?.controls.find((control) => control.framework === framework)?.control;
  return (
    <PagePanel title={rule.data ? `${number ?? ""} ${rule.data.title}`.trim() : id} close={close}>
      <Tabs
        activeTabId={tab}
        onChange={({ detail }) => place.set({ tab: detail.activeTabId, units: undefined, in: undefined })}
        tabs={tabs.map((each) => ({
          id: each,
          label: words.tabs[each],
          content: (
            <Loaded query={rule} height="200px">
              {(data) => <Suspense>{each === tab && content(each, data, assessment)}</Suspense>}
            </Loaded>
          ),
        }))}
      />
    </PagePanel>
  );
}
