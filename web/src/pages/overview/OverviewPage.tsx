import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { api, type Schemas } from "../../api/client";
import { useOffline } from "../../app/offline";
import { Empty } from "../../parts/Empty";
import { FindingRows } from "../../parts/FindingRows";
import { FirstRun } from "../../parts/FirstRun";
import { Loaded } from "../../parts/Loaded";
import { Moment } from "../../parts/Moment";
import { PageHead } from "../../parts/PageHead";
import { Extent, Standing } from "../../parts/Standing";
import { usePlace } from "../../url/place";
import { overview as words } from "../../words/overview";
import { Figures } from "./Figures";
import { TopRules } from "./TopRules";

type Overview = Schemas["Overview"];

/** What needs somebody: accounts not entered, failed scans, exceptions that have run out. */
function Attention({ overview }: { readonly overview: Overview }) {
  const place = usePlace();
  const offline = useOffline();
  const { troubles, expiredExceptions } = overview;
  return (
    <Container header={<Header variant="h2">{words.attention}</Header>} fitHeight>
      {troubles.length + expiredExceptions.length === 0 ? (
        <Empty title={words.attentionNoneTitle}>{words.attentionNone}</Empty>
      ) : (
        <ul className="plain-rows">
          {troubles.map(({ text, accountId, scan }) => (
            <li key={text}>
              <StatusIndicator type="warning">
                {accountId === undefined && offline ? (
                  text
                ) : (
                  <Link href={accountId === undefined ? place.to("/scans", { scan }) : place.to("/accounts", { open: accountId })}>
                    {text}
                  </Link>
                )}
              </StatusIndicator>
            </li>
          ))}
          {expiredExceptions.map(({ id, reason, expires }) => (
            <li key={id}>
              <StatusIndicator type="stopped">
                <Link href={place.to("/exceptions", { state: "expired", exception: id })}>{words.expired(reason)}</Link>
              </StatusIndicator>{" "}
              <span className="quiet">
                <Moment at={expires} as="day" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Container>
  );
}

/** What changed since yesterday, and where to begin. */
export function OverviewPage() {
  const place = usePlace();
  const query = api.useQuery("get", "/api/overview", { params: { query: {} } });
  const assessment = query.data?.assessment;
  return (
    <SpaceBetween size="m">
      <div>
        <PageHead
          title={words.title}
          description={
            assessment && query.data?.since !== undefined ? (
              <>
                {words.since} <Moment at={query.data.since} />. <Extent assessment={assessment} />
              </>
            ) : undefined
          }
        />
        {assessment && <Standing assessment={assessment} />}
      </div>
      <Loaded query={query} height="480px">
        {(overview) =>
          overview.assessment === undefined ? (
            <FirstRun />
          ) : (
            <SpaceBetween size="m">
              <Figures overview={overview} />
              <div className="halves">
                <Container
                  fitHeight
                  header={
                    <Header variant="h2" actions={<Link href={place.to("/findings")}>{words.all}</Link>}>
                      {words.critical}
                    </Header>
                  }
                >
                  {overview.critical.length === 0 ? (
                    <Empty title={words.criticalNoneTitle}>{words.criticalNone}</Empty>
                  ) : (
                    <FindingRows findings={overview.critical} />
                  )}
                </Container>
                <div className="stack">
                  <TopRules controls={overview.top} />
                  <Attention overview={overview} />
                </div>
              </div>
            </SpaceBetween>
          )
        }
      </Loaded>
    </SpaceBetween>
  );
}
