import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import { keepPreviousData } from "@tanstack/react-query";
import { api, type Schemas } from "../../api/client";
import { useStatus } from "../../app/session";
import { AccountName } from "../../parts/AccountName";
import { Empty } from "../../parts/Empty";
import { FilterRow, TextFilter } from "../../parts/Filters";
import { Moment } from "../../parts/Moment";
import { ServerTable } from "../../parts/ServerTable";
import { usePlace } from "../../url/place";
import { number } from "../../words/common";
import { accounts } from "../../words/explore";
import { settings as words } from "../../words/settings";
import { Entered } from "../accounts/columns";

/** How the newest scan came into each account, and what it was refused there. */
export function Roles() {
  const place = usePlace();
  const status = useStatus();
  const q = place.one("q");
  const query = api.useQuery(
    "get",
    "/api/accounts",
    { params: { query: { page: Number(place.one("page") ?? 1), ...(q !== undefined && { q }) } } },
    { placeholderData: keepPreviousData },
  );
  const newest = status.data?.assessment?.id ?? "";
  const scan = api.useQuery("get", "/api/scans/{scan}", { params: { path: { scan: newest } } }, { enabled: newest !== "" });
  const caller = scan.data?.caller;
  return (
    <ServerTable<Schemas["Account"]>
      name={words.accounts}
      query={query}
      rowKey={({ id }) => id}
      filters={["q"]}
      filter={
        <FilterRow>
          <TextFilter label={words.accountFilter} />
        </FilterRow>
      }
      header={
        <Header
          variant="h2"
          description={
            <>
              {words.accountsAbout}
              {caller !== undefined && <div>{words.readAs(caller)}</div>}
            </>
          }
          {...(query.data && { counter: `(${number(query.data.total)})` })}
        >
          {words.accounts}
        </Header>
      }
      empty={<Empty title={accounts.emptyTitle}>{accounts.empty}</Empty>}
      columns={[
        {
          id: "account",
          header: words.accountColumns.account,
          width: 240,
          cell: ({ id, name }) => <AccountName id={id} name={name} link />,
        },
        { id: "unit", header: words.accountColumns.unit, width: 200, cell: ({ ous }) => ous.join(" / ") || "–" },
        { id: "entered", header: words.accountColumns.entered, width: 145, cell: (account) => <Entered account={account} /> },
        {
          id: "scan",
          header: words.accountColumns.scan,
          width: 105,
          cell: ({ lastScan }) => (lastScan === undefined ? "–" : <Moment at={lastScan} as="ago" />),
        },
        {
          id: "refused",
          header: words.accountColumns.refused,
          cell: ({ trouble, refused = [] }) => {
            const text = trouble ?? refused.join("; ");
            if (text === "") return <span className="quiet">{words.nothingRefused}</span>;
            return (
              <Link href={place.to("/scans", { tab: "gaps", scan: "newest" })}>
                <span title={text}>{text}</span>
              </Link>
            );
          },
        },
      ]}
    />
  );
}
