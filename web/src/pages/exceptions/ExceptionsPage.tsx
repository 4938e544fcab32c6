import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { keepPreviousData } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api, type Schemas } from "../../api/client";
import { useMay, useSeesAll, useStatus } from "../../app/session";
import { Empty } from "../../parts/Empty";
import { FilterRow, TextFilter } from "../../parts/Filters";
import { Moment } from "../../parts/Moment";
import { PageHead } from "../../parts/PageHead";
import { ServerTable } from "../../parts/ServerTable";
import { usePlace } from "../../url/place";
import { number } from "../../words/common";
import { exceptions as words } from "../../words/exceptions";
import { ExceptionPanel } from "./ExceptionPanel";
import { ExceptionState } from "./ExceptionState";
import { scopeText } from "./scopeText";

const ImportDialog = lazy(() => import("./ImportDialog"));

const states = ["proposed", "active", "expiring", "expired", "rejected", "ended"] as const;

/** Exceptions by where they stand. */
export function ExceptionsPage() {
  const place = usePlace();
  const may = useMay("engineer");
  const mayExport = useMay("auditor");
  const seesAll = useSeesAll();
  const [importing, setImporting] = useState(false);
  const status = useStatus();
  const waiting = status.data?.exceptionsToApprove ?? 0;
  const state = states.find((each) => each === place.one("state")) ?? (waiting > 0 ? "proposed" : "active");
  const open = place.one("exception");
  const q = place.one("q");
  const query = api.useQuery(
    "get",
    "/api/exceptions",
    { params: { query: { state, page: Number(place.one("page") ?? 1), ...(q !== undefined && { q }) } } },
    { placeholderData: keepPreviousData },
  );
  const list = (
    <ServerTable<Schemas["Exception"]>
      name={words.title}
      query={query}
      rowKey={({ id }) => id}
      filters={["q"]}
      filter={
        <FilterRow>
          <TextFilter label={words.filter} />
        </FilterRow>
      }
      header={
        <Header variant="h2" {...(query.data && { counter: `(${number(query.data.total)})` })}>
          {words.states[state]}
        </Header>
      }
      empty={<Empty title={words.empty[state]}>{words.emptyHelp}</Empty>}
      columns={[
        {
          id: "reason",
          header: words.columns.reason,
          cell: ({ id, reason, rules }) => (
            <div className="two-lines">
              <Link href={place.with({ exception: id, state, page: place.one("page") })}>{reason}</Link>
              <span className="quiet cut">{rules.join(", ")}</span>
            </div>
          ),
        },
        {
          id: "scope",
          header: words.columns.scope,
          width: 240,
          cell: ({ scope }) => (
            <span className="cut" title={scopeText(scope, status.data)}>
              {scopeText(scope, status.data)}
            </span>
          ),
        },
        { id: "owner", header: words.columns.owner, width: 120, cell: ({ owner }) => owner },
        { id: "proposed", header: words.columns.proposed, width: 140, cell: ({ proposedBy }) => proposedBy },
        {
          id: "decided",
          header: words.columns.decided,
          width: 140,
          optional: true,
          cell: ({ decidedBy }) => decidedBy ?? <span className="quiet">–</span>,
        },
        { id: "expires", header: words.columns.expires, width: 130, cell: ({ expires }) => <Moment at={expires} as="day" /> },
        {
          id: "covers",
          header: words.columns.covers,
          width: 120,
          cell: ({ covers, rules }) =>
            covers === 0 ? (
              <span className="quiet">{words.hides(0)}</span>
            ) : (
              <Link href={place.to("/findings", { state: "covered", rule: rules })}>{words.hides(covers)}</Link>
            ),
        },
        { id: "state", header: words.columns.state, width: 170, optional: true, cell: ({ state: is }) => <ExceptionState state={is} /> },
      ]}
    />
  );
  return (
    <SpaceBetween size="m">
      <PageHead
        title={words.title}
        description={words.about}
        actions={
          <div className="row">
            {mayExport && seesAll && (
              <Button href="/api/exceptions/file" iconName="download" download="exceptions.yaml">
                {words.exportFile}
              </Button>
            )}
            {may && seesAll && (
              <Button iconName="upload" onClick={() => setImporting(true)}>
                {words.importFile}
              </Button>
            )}
            {may && (
              <span className="key-e">
                <Button variant="primary" href={place.to("/exceptions/new")}>
                  {words.propose}
                </Button>
              </span>
            )}
          </div>
        }
      />
      <Tabs
        activeTabId={state}
        onChange={({ detail }) => place.set({ state: detail.activeTabId, exception: undefined, q: undefined })}
        tabs={states.map((id) => ({
          id,
          label: id === "proposed" && waiting > 0 ? `${words.states[id]} (${waiting})` : words.states[id],
          content: id === state && list,
        }))}
      />
      {open !== undefined && <ExceptionPanel id={open} />}
      {importing && (
        <Suspense>
          <ImportDialog onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </SpaceBetween>
  );
}
