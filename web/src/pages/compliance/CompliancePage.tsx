import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { keepPreviousData } from "@tanstack/react-query";
import { api } from "../../api/client";
import { useOffline } from "../../app/offline";
import { Empty } from "../../parts/Empty";
import { FirstRun } from "../../parts/FirstRun";
import { isBoolean, useKept } from "../../parts/kept";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { Extent, Standing } from "../../parts/Standing";
import { usePlace, useScope } from "../../url/place";
import { compliance as words } from "../../words/compliance";
import { states } from "../../words/states";
import { HeatCard } from "./HeatCard";
import { RuleList } from "./RuleList";
import { RulePanel } from "./RulePanel";
import { ScoreCard } from "./ScoreCard";
import { Tools } from "./Tools";
import { TrendCard } from "./TrendCard";

const CARD_HEIGHT = "248px";
const TABLE_HEIGHT = "480px";

/** Every account and asset against the rules of a framework, today or on a day that is past. */
export function CompliancePage() {
  const place = usePlace();
  const scope = useScope();
  const offline = useOffline();
  const framework = offline?.about.framework ?? place.one("framework") ?? "cis-1.2";
  const asOf = offline ? offline.about.asOf : place.one("asOf");
  const [cards, setCards] = useKept("compliance.cards", true, isBoolean);
  // A file holds the trend of all its accounts together, and of none alone.
  const trends = cards && !(offline && Object.keys(scope).length > 0);
  const parameters = { params: { query: { framework, ...scope, ...(asOf !== undefined && { asOf }) } } };
  const keeping = { placeholderData: keepPreviousData };
  const compliance = api.useQuery("get", "/api/compliance", parameters, keeping);
  const trend = api.useQuery("get", "/api/compliance/trend", parameters, { ...keeping, enabled: trends });
  const heatmap = api.useQuery("get", "/api/compliance/heatmap", parameters, { ...keeping, enabled: cards });
  const assessment = compliance.data?.assessment;
  const firstRun = compliance.data !== undefined && assessment === undefined;
  const rule = place.one("rule");

  return (
    <SpaceBetween size="m">
      <div>
        <PageHead
          title={words.title}
          description={
            <>
              {words.about} {assessment && <Extent assessment={assessment} />}
              {assessment && (
                <>
                  {" · "}
                  <Button variant="inline-link" onClick={() => setCards(!cards)}>
                    {cards ? words.hideCards : words.showCards}
                  </Button>
                </>
              )}
              {asOf !== undefined && (
                <>
                  <br />
                  {states.asOf(asOf)} {!offline && <Link href={place.with({ asOf: undefined })}>{states.backToNow}</Link>}
                </>
              )}
            </>
          }
          actions={!offline && <Tools framework={framework} assessment={assessment} />}
        />
        {assessment && compliance.data && <Standing assessment={assessment} gaps={compliance.data.gaps} past={asOf !== undefined} />}
      </div>
      {firstRun ? (
        asOf === undefined ? (
          <FirstRun />
        ) : (
          <Empty title={states.nothingAssessed} action={<Link href={place.with({ asOf: undefined })}>{states.backToNow}</Link>} />
        )
      ) : (
        <SpaceBetween size="m">
          {cards && !compliance.error && (
            <div className="cards">
              <Loaded query={compliance} height={CARD_HEIGHT}>
                {({ score, target }) => <ScoreCard score={score} target={target} />}
              </Loaded>
              {trends && (
                <Loaded query={trend} height={CARD_HEIGHT}>
                  {(data) => <TrendCard trend={data} />}
                </Loaded>
              )}
              <Loaded query={heatmap} height={CARD_HEIGHT}>
                {(data) => <HeatCard heatmap={data} />}
              </Loaded>
            </div>
          )}
          <Loaded query={compliance} height={TABLE_HEIGHT}>
            {(data) => <RuleList compliance={data} asOf={asOf} />}
          </Loaded>
        </SpaceBetween>
      )}
      {rule !== undefined && <RulePanel id={rule} framework={framework} assessment={asOf === undefined ? undefined : assessment?.id} />}
    </SpaceBetween>
  );
}
