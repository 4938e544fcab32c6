import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useOffline } from "../../app/offline";
import { useStatus } from "../../app/session";
import { FirstRun } from "../../parts/FirstRun";
import { PageHead } from "../../parts/PageHead";
import { SavedViews } from "../../parts/SavedViews";
import { Extent, Standing } from "../../parts/Standing";
import { usePlace } from "../../url/place";
import { findings as words } from "../../words/findings";
import { FindingList } from "./FindingList";
import { FindingPanel } from "./FindingPanel";
import { GroupList } from "./GroupList";

const groupings = ["rule", "asset", "account"] as const;

/** What failed, one by one or counted by rule, asset or account. */
export function FindingsPage() {
  const place = usePlace();
  const status = useStatus();
  const offline = useOffline();
  const by = groupings.find((grouping) => grouping === place.one("group"));
  const open = place.one("finding");
  const assessment = status.data?.assessment;
  const grouping = (
    <SegmentedControl
      label={words.groupBy}
      selectedId={by ?? "none"}
      options={(["none", ...groupings] as const).map((id) => ({ id, text: words.groups[id] }))}
      onChange={({ detail }) =>
        place.set({ group: detail.selectedId === "none" ? undefined : detail.selectedId, finding: undefined, sort: undefined })
      }
    />
  );
  return (
    <SpaceBetween size="m">
      <div>
        <PageHead
          title={words.title}
          description={
            <>
              {words.about} {assessment && <Extent assessment={assessment} />}
            </>
          }
          actions={!offline && <SavedViews page="findings" query={place.query} onOpen={(query) => place.go(place.path + query)} />}
        />
        {assessment && <Standing assessment={assessment} />}
      </div>
      {status.data && !assessment ? <FirstRun /> : by ? <GroupList by={by} grouping={grouping} /> : <FindingList grouping={grouping} />}
      {open !== undefined && <FindingPanel id={open} />}
    </SpaceBetween>
  );
}
