import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import { keepPreviousData } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api, type Schemas } from "../../api/client";
import { Arn } from "../../parts/Arn";
import { Empty } from "../../parts/Empty";
import { ServerTable } from "../../parts/ServerTable";
import { SeverityMark } from "../../parts/SeverityWord";
import { usePlace } from "../../url/place";
import type { Change } from "../../url/search";
import { number, severityWords } from "../../words/common";
import { findings as words } from "../../words/findings";
import { FindingFilters } from "./FindingFilters";
import { filterNames, useFilter } from "./useFilter";

type Group = Schemas["FindingGroup"];

const severities = ["critical", "high", "medium", "low"] as const;

interface Properties {
  readonly by: "rule" | "asset" | "account";
  readonly grouping: ReactNode;
}

/** Findings counted by rule, asset or account; each number leads to the findings that it counts. */
export function GroupList({ by, grouping }: Properties) {
  const place = usePlace();
  const { query: filter } = useFilter();
  const query = api.useQuery(
    "get",
    "/api/findings/groups",
    { params: { query: { ...filter, by } } },
    { placeholderData: keepPreviousData },
  );
  const list = (key: string, more: Readonly<Record<string, Change>> = {}): string => place.with({ group: undefined, [by]: key, ...more });
  return (
    <ServerTable<Group>
      name={words.groups[by]}
      query={query}
      rowKey={({ key }) => key}
      filters={filterNames}
      filter={<FindingFilters />}
      header={
        <Header variant="h2" {...(query.data && { counter: `(${number(query.data.total)})` })} actions={grouping}>
          {words.groups[by]}
        </Header>
      }
      empty={<Empty title={words.emptyTitle}>{words.empty}</Empty>}
      columns={[
        {
          id: "group",
          header: words.columns.group[by],
          cell: ({ key, label }) =>
            by === "asset" ? <Arn arn={key} /> : <Link href={list(key)}>{by === "account" ? `${label} (${key})` : label}</Link>,
        },
        {
          id: "findings",
          header: words.columns.findings,
          width: 120,
          cell: ({ key, findings }) => <Link href={list(key)}>{number(findings)}</Link>,
        },
        ...severities.map((severity) => ({
          id: severity,
          header: severityWords[severity],
          width: 110,
          cell: (group: Group) =>
            group[severity] === 0 ? (
              <span className="quiet">0</span>
            ) : (
              <span className="severity">
                <SeverityMark severity={severity} />
                <Link href={list(group.key, { severity })}>{number(group[severity])}</Link>
              </span>
            ),
        })),
        ...(by === "account"
          ? []
          : [{ id: "accounts", header: words.columns.accounts, width: 120, cell: ({ accounts }: Group) => number(accounts) }]),
      ]}
    />
  );
}
