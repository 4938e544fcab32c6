import Link from "@cloudscape-design/components/link";
import type { ReactNode } from "react";
import { api, type Schemas } from "../../api/client";
import { AccountName } from "../../parts/AccountName";
import { NoMatch } from "../../parts/Empty";
import { Moment } from "../../parts/Moment";
import { ServerTable } from "../../parts/ServerTable";
import { SeverityWord } from "../../parts/SeverityWord";
import { StatusWord } from "../../parts/StatusWord";
import { usePlace, useScope } from "../../url/place";
import { number } from "../../words/common";
import { compliance as words } from "../../words/compliance";
import { NumberLink, Rate, unitsAddress } from "./cells";

const statuses: readonly Schemas["Status"][] = ["FAIL", "UNKNOWN", "MANUAL", "PASS", "NOT_APPLICABLE"];

interface Properties {
  readonly framework: string;
  readonly asOf: string | undefined;
  readonly header: ReactNode;
  readonly filter: ReactNode;
}

/** One row a rule and account: what the score counts. */
export function ResultsTable({ framework, asOf, header, filter }: Properties) {
  const place = usePlace();
  const scope = useScope();
  const status = statuses.filter((each) => place.many("status").includes(each));
  const control = place.one("of");
  const query = api.useQuery("get", "/api/compliance/controls", {
    params: {
      query: {
        framework,
        ...scope,
        ...(asOf !== undefined && { asOf }),
        ...(status.length > 0 && { status }),
        ...(control !== undefined && { control }),
        page: Number(place.one("page") ?? 1),
      },
    },
  });
  return (
    <ServerTable<Schemas["ControlResult"]>
      name={words.results}
      query={query}
      rowKey={({ rule, accountId }) => `${rule} ${accountId}`}
      header={header}
      filter={filter}
      filters={["status", "of"]}
      empty={<NoMatch onClear={() => place.set({ status: undefined, of: undefined })} />}
      columns={[
        {
          id: "rule",
          header: words.columns.rule,
          width: 480,
          cell: ({ control: id, rule, title }) => (
            <span className="cut" title={title}>
              <span className="control">{id}</span>
              <Link href={place.with({ rule, page: place.one("page") })}>{title}</Link>
            </span>
          ),
        },
        {
          id: "account",
          header: words.columns.account,
          width: 230,
          cell: ({ accountId, accountName }) => <AccountName id={accountId} name={accountName} link />,
        },
        { id: "severity", header: words.columns.severity, width: 120, cell: ({ severity }) => <SeverityWord severity={severity} /> },
        { id: "status", header: words.columns.status, width: 150, cell: ({ status: is }) => <StatusWord status={is} /> },
        {
          id: "failed",
          header: words.columns.failed,
          width: 150,
          cell: ({ rule, accountId, counts }) => (
            <span className="number">
              <NumberLink value={counts.failed} href={unitsAddress(place, rule, "FAIL", accountId)} label={words.columns.failed} /> /{" "}
              {number(counts.checked)}
            </span>
          ),
        },
        { id: "rate", header: words.columns.rate, width: 150, cell: ({ counts }) => <Rate counts={counts} /> },
        { id: "updated", header: words.columns.updated, width: 170, cell: ({ updated }) => <Moment at={updated} /> },
        { id: "level", header: words.columns.level, width: 90, cell: ({ level }) => level, optional: true },
      ]}
    />
  );
}
