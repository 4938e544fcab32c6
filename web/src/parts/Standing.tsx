import Alert from "@cloudscape-design/components/alert";
import Link from "@cloudscape-design/components/link";
import type { Schemas } from "../api/client";
import { useOffline } from "../app/offline";
import { usePlace } from "../url/place";
import { count } from "../words/common";
import { states } from "../words/states";
import { Moment } from "./Moment";

type Assessment = Schemas["AssessmentRef"];

/** When an assessment was made and of how much: one line below a page's title. */
export function Extent({ assessment }: { readonly assessment: Assessment }) {
  return (
    <>
      {states.lastScan} <Moment at={assessment.now} /> · {assessment.entered} of {count(assessment.accounts, "account")}
      {assessment.regions !== undefined && <> · {count(assessment.regions, "region")}</>}
    </>
  );
}

interface Properties {
  readonly assessment: Assessment;
  readonly gaps?: number;
  /** Whether the page shows a day that is past; then being old is no news. */
  readonly past?: boolean;
}

/** What keeps the numbers of a page from being the whole truth of today: accounts not entered, an old scan. Nothing where nothing does. */
export function Standing({ assessment, gaps = 0, past = false }: Properties) {
  const place = usePlace();
  const offline = useOffline();
  const partial = assessment.entered < assessment.accounts;
  // A file is of its time, and says of which.
  const stale = assessment.stale && !past && !offline;
  if (!partial && !stale && gaps === 0) return null;
  const texts = [
    ...(stale ? [states.stale] : []),
    ...(partial ? [`${states.partial(assessment.entered, assessment.accounts)}.`] : []),
    ...(gaps > 0 ? [`${states.gaps(gaps)}.`] : []),
    ...(partial || gaps > 0 ? [states.partialDetail] : []),
  ];
  return (
    <div className="standing">
      <Alert type={partial || stale ? "warning" : "info"} statusIconAriaLabel={partial || stale ? "Warning" : "Note"}>
        {texts.join(" ")}{" "}
        {(partial || gaps > 0) && !offline && (
          <Link href={place.to("/scans", { scan: assessment.id, tab: "gaps" })}>{states.partialLink}</Link>
        )}
      </Alert>
    </div>
  );
}
