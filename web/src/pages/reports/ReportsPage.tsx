import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client";
import { Empty } from "../../parts/Empty";
import { FirstRun } from "../../parts/FirstRun";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { Extent } from "../../parts/Standing";
import { usePlace, useScope } from "../../url/place";
import { reports as words } from "../../words/reports";
import { states } from "../../words/states";
import { Subject } from "../compliance/Subject";
import { FormatTable } from "./FormatTable";
import { ReportHistory } from "./ReportHistory";

/** An assessment as a file in any form, and every file that was made so. */
export function ReportsPage() {
  const place = usePlace();
  const scope = useScope();
  const [asked, setAsked] = useState(0);
  const framework = place.one("framework") ?? "cis-1.2";
  const asOf = place.one("asOf");
  const day = asOf === undefined ? {} : { asOf };
  const compliance = api.useQuery(
    "get",
    "/api/compliance",
    { params: { query: { framework, ...scope, ...day } } },
    { placeholderData: keepPreviousData },
  );
  const assessment = compliance.data?.assessment;
  return (
    <SpaceBetween size="m">
      <PageHead
        title={words.title}
        description={
          <>
            {words.about} {assessment && <Extent assessment={assessment} />}
            {asOf !== undefined && (
              <>
                <br />
                {states.asOf(asOf)} <Link href={place.with({ asOf: undefined })}>{states.backToNow}</Link>
              </>
            )}
          </>
        }
        actions={
          <div className="tools">
            <Subject framework={framework} />
          </div>
        }
      />
      <Loaded query={compliance} height="420px">
        {() =>
          assessment ? (
            <FormatTable framework={framework} assessment={assessment.id} asOf={asOf} onTaken={() => setAsked(Date.now())} />
          ) : asOf === undefined ? (
            <FirstRun />
          ) : (
            <Empty title={states.nothingAssessed} action={<Link href={place.with({ asOf: undefined })}>{states.backToNow}</Link>} />
          )
        }
      </Loaded>
      <ReportHistory asked={asked} />
    </SpaceBetween>
  );
}
