import Table from "@cloudscape-design/components/table";
import { api, type Schemas } from "../../api/client";
import { AccountName } from "../../parts/AccountName";
import { Empty } from "../../parts/Empty";
import { Failure } from "../../parts/Failure";
import { Moment } from "../../parts/Moment";
import { StatusWord } from "../../parts/StatusWord";
import { useScope } from "../../url/place";
import { common, number } from "../../words/common";
import { compliance as words } from "../../words/compliance";

/** When an account's result for a rule changed, and from what to what. */
export default function HistoryTab({ rule }: { readonly rule: string }) {
  const { account } = useScope();
  const query = api.useQuery("get", "/api/rules/{rule}/history", { params: { path: { rule }, query: { ...(account && { account }) } } });
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Table<Schemas["RuleChange"]>
      variant="embedded"
      contentDensity="compact"
      items={query.data?.items ?? []}
      loading={!query.data}
      loadingText={common.loading}
      columnDefinitions={[
        { id: "at", header: words.at, cell: ({ at }) => <Moment at={at} /> },
        { id: "account", header: common.account, cell: ({ accountId, accountName }) => <AccountName id={accountId} name={accountName} /> },
        { id: "was", header: words.was, cell: ({ was }) => (was ? <StatusWord status={was} /> : <span className="quiet">–</span>) },
        { id: "is", header: words.is, cell: ({ status }) => <StatusWord status={status} /> },
        {
          id: "failed",
          header: words.columns.failed,
          cell: ({ counts }) => <span className="number">{`${number(counts.failed)} / ${number(counts.checked)}`}</span>,
        },
        { id: "unknown", header: words.columns.unknown, cell: ({ counts }) => number(counts.unknown) },
      ]}
      empty={<Empty title={words.noHistory}>{words.noHistoryDetail}</Empty>}
    />
  );
}
