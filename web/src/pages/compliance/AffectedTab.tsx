import Link from "@cloudscape-design/components/link";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Table from "@cloudscape-design/components/table";
import Pagination from "@cloudscape-design/components/pagination";
import { useState } from "react";
import { api, type Schemas } from "../../api/client";
import { useOffline } from "../../app/offline";
import { AccountName } from "../../parts/AccountName";
import { Arn } from "../../parts/Arn";
import { Empty } from "../../parts/Empty";
import { Evidence } from "../../parts/Evidence";
import { Failure } from "../../parts/Failure";
import { StatusWord } from "../../parts/StatusWord";
import { usePlace, useScope } from "../../url/place";
import { common, statusWords } from "../../words/common";
import { compliance as words } from "../../words/compliance";
import { offline as offlineWords } from "../../words/offline";

const SIZE = 50;
const statuses: readonly Schemas["Status"][] = ["FAIL", "UNKNOWN", "MANUAL", "PASS", "NOT_APPLICABLE"];

interface Properties {
  readonly rule: string;
  readonly assessment: string | undefined;
}

/** The units that a rule judged, failed ones unless told, each with its evidence. */
export default function AffectedTab({ rule, assessment }: Properties) {
  const place = usePlace();
  const scope = useScope();
  const { account: scoped } = scope;
  const offline = useOffline();
  const [page, setPage] = useState(1);
  const chosen = place.one("units") ?? "FAIL";
  const status = statuses.find((each) => each === chosen);
  const within = place.one("in");
  const account = within === undefined ? scoped : [within];
  const query = api.useQuery("get", "/api/units", {
    params: {
      query: {
        rule,
        page,
        size: SIZE,
        ...(account && { account }),
        ...(status && { status: [status] }),
        ...(assessment !== undefined && { assessment }),
      },
    },
  });
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const left = (offline?.leftOut ?? [])
    .filter((each) => each.rule === rule && (status === undefined || each.what === status))
    .reduce((sum, { kept, total }) => sum + total - kept, 0);
  const pages = Math.max(1, Math.ceil((query.data?.total ?? 0) / SIZE));
  return (
    <Table<Schemas["Unit"]>
      variant="embedded"
      contentDensity="compact"
      resizableColumns
      items={query.data?.items ?? []}
      trackBy="unit"
      loading={!query.data}
      loadingText={common.loading}
      filter={
        <SegmentedControl
          label={common.status}
          selectedId={status ?? "all"}
          options={[...statuses.map((id) => ({ id, text: statusWords[id] })), { id: "all", text: "All" }]}
          onChange={({ detail }) => {
            setPage(1);
            place.set({ units: detail.selectedId });
          }}
        />
      }
      pagination={
        pages > 1 && <Pagination currentPageIndex={page} pagesCount={pages} onChange={({ detail }) => setPage(detail.currentPageIndex)} />
      }
      columnDefinitions={[
        { id: "unit", header: words.unit, cell: ({ asset, unit }) => <Arn arn={asset ?? unit} />, width: 340 },
        {
          id: "account",
          header: common.account,
          cell: ({ accountId, accountName }) => <AccountName id={accountId} name={accountName} />,
          width: 220,
        },
        { id: "region", header: common.region, cell: ({ region }) => region, width: 120 },
        {
          id: "status",
          header: common.status,
          cell: ({ status: is, exception }) => <StatusWord status={is} excepted={exception !== undefined} />,
          width: 140,
        },
        {
          id: "reason",
          header: words.reason,
          cell: ({ reason, evidence, warnings }) => (
            <div className="wrap">
              {[reason, ...warnings].join(" ")} <Evidence evidence={evidence} />
            </div>
          ),
          width: 520,
        },
        {
          id: "finding",
          header: words.finding,
          cell: ({ findingId }) =>
            findingId !== undefined && <Link href={place.to("/findings", { finding: findingId })}>{findingId.slice(0, 8)}</Link>,
          width: 110,
        },
      ]}
      {...(left > 0 && { footer: offlineWords.leftUnits(left) })}
      empty={<Empty title={words.noUnits} />}
    />
  );
}
