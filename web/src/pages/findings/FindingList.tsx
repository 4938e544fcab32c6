import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import { keepPreviousData } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, type Schemas } from "../../api/client";
import { useMay } from "../../app/session";
import { AccountName } from "../../parts/AccountName";
import { shortArn } from "../../parts/Arn";
import { Empty } from "../../parts/Empty";
import { ExceptionKey } from "../../parts/KeyLink";
import { Moment } from "../../parts/Moment";
import { ServerTable } from "../../parts/ServerTable";
import { SeverityWord } from "../../parts/SeverityWord";
import { usePlace } from "../../url/place";
import { common, number } from "../../words/common";
import { findings as words } from "../../words/findings";
import { BulkActions } from "./BulkActions";
import { FindingFilters } from "./FindingFilters";
import { FindingState } from "./FindingState";
import { filterNames, useFilter } from "./useFilter";

type Finding = Schemas["Finding"];

const sorts = [
  "severity",
  "-severity",
  "firstSeen",
  "-firstSeen",
  "lastSeen",
  "-lastSeen",
  "account",
  "-account",
  "rule",
  "-rule",
] as const;

/** Findings one by one. */
export function FindingList({ grouping }: { readonly grouping: ReactNode }) {
  const place = usePlace();
  const may = useMay("engineer");
  const { query: filter } = useFilter();
  const [selected, setSelected] = useState<Finding[]>([]);
  const sort = sorts.find((each) => each === place.one("sort"));
  const asset = place.one("asset");
  const since = place.one("since");
  const resolvedSince = place.one("resolvedSince");
  const query = api.useQuery(
    "get",
    "/api/findings",
    {
      params: {
        query: {
          ...filter,
          ...(sort && { sort }),
          ...(asset !== undefined && { asset }),
          ...(since !== undefined && { since }),
          ...(resolvedSince !== undefined && { resolvedSince }),
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
  const total = query.data?.total;
  return (
    <ServerTable<Finding>
      name={words.title}
      query={query}
      rowKey={({ id }) => id}
      filters={filterNames}
      filter={<FindingFilters />}
      header={
        <Header
          variant="h2"
          {...(total !== undefined && { counter: `(${number(total)})` })}
          actions={
            <div className="row">
              {may && selected.length > 0 && <BulkActions findings={selected} onDone={() => setSelected([])} />}
              {grouping}
            </div>
          }
        >
          {selected.length > 0 ? words.selected(selected.length) : words.title}
        </Header>
      }
      empty={<Empty title={words.emptyTitle}>{words.empty}</Empty>}
      {...(may && { selection: { items: selected, set: setSelected, label: ({ unit }) => unit } })}
      columns={[
        {
          id: "severity",
          header: words.columns.severity,
          width: 120,
          sort: "severity",
          cell: ({ severity }) => <SeverityWord severity={severity} />,
        },
        {
          id: "finding",
          header: words.columns.finding,
          sort: "rule",
          cell: ({ id, rule, title, unit, asset: arn, accountId }) => (
            <div className="two-lines">
              <Link href={place.with({ finding: id, page: place.one("page") })}>{title}</Link>
              {may && <ExceptionKey href={place.to("/exceptions/new", { rule, arn: arn ?? unit, in: accountId })} />}
              <span className="quiet cut" title={unit}>
                {shortArn(arn ?? unit)}
              </span>
            </div>
          ),
        },
        {
          id: "account",
          header: words.columns.account,
          width: 230,
          sort: "account",
          cell: ({ accountId, accountName }) => <AccountName id={accountId} name={accountName} />,
        },
        { id: "region", header: words.columns.region, width: 110, cell: ({ region }) => region },
        { id: "state", header: words.columns.state, width: 115, cell: (finding) => <FindingState finding={finding} /> },
        {
          id: "owner",
          header: words.columns.owner,
          width: 110,
          cell: ({ owner }) => owner ?? <span className="quiet">{common.nobody}</span>,
        },
        {
          id: "first",
          header: words.columns.first,
          width: 125,
          sort: "firstSeen",
          cell: ({ firstSeen }) => <Moment at={firstSeen} as="day" />,
        },
        {
          id: "last",
          header: words.columns.last,
          width: 125,
          sort: "lastSeen",
          optional: true,
          cell: ({ lastSeen }) => <Moment at={lastSeen} as="day" />,
        },
        {
          id: "reason",
          header: words.columns.reason,
          width: 320,
          optional: true,
          cell: ({ reason }) => <span className="wrap">{reason}</span>,
        },
        {
          id: "disposition",
          header: words.columns.disposition,
          width: 150,
          optional: true,
          cell: ({ disposition }) => words.dispositions[disposition],
        },
        { id: "ticket", header: words.columns.ticket, width: 160, optional: true, cell: ({ ticket }) => ticket },
        { id: "comments", header: words.columns.comments, width: 110, optional: true, cell: ({ comments }) => number(comments ?? 0) },
      ]}
    />
  );
}
