import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { keepPreviousData } from "@tanstack/react-query";
import { api, refresh, type Schemas } from "../../api/client";
import { useMay, useSeesAll, useStatus } from "../../app/session";
import { Empty } from "../../parts/Empty";
import { Failure } from "../../parts/Failure";
import { FirstRun } from "../../parts/FirstRun";
import { Moment } from "../../parts/Moment";
import { PageHead } from "../../parts/PageHead";
import { ServerTable } from "../../parts/ServerTable";
import { usePlace } from "../../url/place";
import { number } from "../../words/common";
import { scans as words } from "../../words/scans";
import { lasting } from "../../words/time";
import { Running } from "./Running";
import { ScanPanel } from "./ScanPanel";
import { leftNothing, ScanState } from "./ScanState";
import { useProgress } from "./useProgress";

type Scan = Schemas["Scan"];

function changes({ tracked, opened = 0, resolved = 0, reopened = 0 }: Scan): string {
  return tracked === false ? words.notTracked : words.changes(opened + reopened, resolved);
}

/** The running scan and those before it. */
export function ScansPage() {
  const place = usePlace();
  const status = useStatus();
  const may = useMay("engineer");
  const seesAll = useSeesAll();
  const query = api.useQuery(
    "get",
    "/api/scans",
    { params: { query: { page: Number(place.one("page") ?? 1) } } },
    { placeholderData: keepPreviousData },
  );
  const start = api.useMutation("post", "/api/scans", { onSuccess: () => void refresh("/api/scans", "/api/status") });
  const running = status.data?.running;
  const progress = useProgress(running !== undefined, running);
  const asked = place.one("scan");
  const open = asked === "newest" ? status.data?.assessment?.id : asked;
  const list = (id: string, tab: string): string => place.with({ scan: id, tab, page: place.one("page") });
  return (
    <SpaceBetween size="m">
      <PageHead
        title={words.title}
        description={words.about}
        actions={
          may &&
          seesAll && (
            <Button variant="primary" disabled={running !== undefined} loading={start.isPending} onClick={() => start.mutate({})}>
              {words.scanNow}
            </Button>
          )
        }
      />
      {start.error && <Failure error={start.error} />}
      {progress && <Running progress={progress} />}
      {query.data?.total === 0 && !progress ? (
        <FirstRun />
      ) : (
        <ServerTable<Scan>
          name={words.title}
          query={query}
          rowKey={({ id }) => id}
          header={
            <Header variant="h2" {...(query.data && { counter: `(${number(query.data.total)})` })}>
              {words.title}
            </Header>
          }
          empty={<Empty title={words.emptyTitle} />}
          columns={[
            {
              id: "scan",
              header: words.columns.scan,
              cell: ({ id, now }) => <Link href={list(id, "accounts")}>{now === undefined ? id : <Moment at={now} />}</Link>,
            },
            { id: "state", header: words.columns.state, width: 130, cell: ({ state }) => <ScanState state={state} /> },
            {
              id: "accounts",
              header: words.columns.accounts,
              width: 130,
              cell: ({ id, entered, accounts }) =>
                accounts !== undefined && <Link href={list(id, "accounts")}>{`${number(entered ?? 0)} of ${number(accounts)}`}</Link>,
            },
            {
              id: "gaps",
              header: words.columns.gaps,
              width: 130,
              cell: ({ id, gaps }) =>
                gaps ? <Link href={list(id, "gaps")}>{number(gaps)}</Link> : <span className="quiet">{gaps ?? ""}</span>,
            },
            {
              id: "changes",
              header: words.columns.changes,
              width: 140,
              cell: (scan) =>
                scan.state !== "running" && !leftNothing(scan.state) && <Link href={list(scan.id, "changes")}>{changes(scan)}</Link>,
            },
            {
              id: "calls",
              header: words.columns.calls,
              width: 120,
              cell: ({ calls }) => calls !== undefined && <span className="number">{number(calls)}</span>,
            },
            {
              id: "finished",
              header: words.columns.finished,
              width: 130,
              cell: ({ now, finished }) => now !== undefined && finished !== undefined && lasting(now, finished),
            },
            { id: "by", header: words.columns.by, width: 130, optional: true, cell: ({ startedBy, schedule }) => schedule ?? startedBy },
            { id: "rows", header: words.columns.rows, width: 120, optional: true, cell: ({ rows }) => rows !== undefined && number(rows) },
            { id: "scope", header: words.columns.scope, width: 160, optional: true, cell: ({ scope }) => scope },
          ]}
        />
      )}
      {open !== undefined && <ScanPanel id={open} />}
    </SpaceBetween>
  );
}
