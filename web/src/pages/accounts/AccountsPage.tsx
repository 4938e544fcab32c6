import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { keepPreviousData } from "@tanstack/react-query";
import { api, type Schemas } from "../../api/client";
import { useOffline } from "../../app/offline";
import { useStatus } from "../../app/session";
import { Empty } from "../../parts/Empty";
import { FilterRow, TextFilter } from "../../parts/Filters";
import { FirstRun } from "../../parts/FirstRun";
import { PageHead } from "../../parts/PageHead";
import { ServerTable } from "../../parts/ServerTable";
import { Extent, Standing } from "../../parts/Standing";
import { usePlace, useScope } from "../../url/place";
import { number } from "../../words/common";
import { accounts as words } from "../../words/explore";
import { AccountMatrix, MATRIX_ACCOUNTS } from "./AccountMatrix";
import { AccountPanel } from "./AccountPanel";
import { AccountTree } from "./AccountTree";
import { accountColumns } from "./columns";

/** As many accounts as one answer may hold; a larger organization is shown page by page. */
const MOST = 500;

const views = ["tree", "list", "matrix"] as const;
const sizes = { tree: MOST, list: 50, matrix: MATRIX_ACCOUNTS } as const;

/** Every account, in the organization's tree, as a list, or by every control of a framework. */
export function AccountsPage() {
  const place = usePlace();
  const { ou } = useScope();
  const status = useStatus();
  const offline = useOffline();
  const q = place.one("q");
  const view = views.find((each) => each === place.one("view")) ?? "tree";
  const query = api.useQuery(
    "get",
    "/api/accounts",
    {
      params: { query: { size: sizes[view], page: Number(place.one("page") ?? 1), ...(ou && { ou }), ...(q !== undefined && { q }) } },
    },
    { placeholderData: keepPreviousData },
  );
  const assessment = status.data?.assessment;
  const open = place.one("open");
  const header = (
    <Header
      variant="h2"
      {...(query.data && { counter: `(${number(query.data.total)})` })}
      actions={
        <SegmentedControl
          label={words.view}
          selectedId={view}
          options={views.map((id) => ({ id, text: words.views[id] }))}
          onChange={({ detail }) => place.set({ view: detail.selectedId === "tree" ? undefined : detail.selectedId })}
        />
      }
    >
      {words.title}
    </Header>
  );
  const filter = (
    <FilterRow>
      <TextFilter label={words.filter} />
    </FilterRow>
  );
  return (
    <SpaceBetween size="m">
      <div>
        <PageHead
          title={words.title}
          description={
            <>
              {words.about} {assessment && <Extent assessment={assessment} />}
            </>
          }
        />
        {assessment && <Standing assessment={assessment} />}
      </div>
      {status.data && !assessment ? (
        <FirstRun />
      ) : view === "matrix" ? (
        <AccountMatrix
          framework={offline?.about.framework ?? place.one("framework") ?? "cis-1.2"}
          query={query}
          header={header}
          filter={filter}
          narrowed={q !== undefined}
        />
      ) : view === "list" ? (
        <ServerTable<Schemas["Account"]>
          name={words.title}
          query={query}
          rowKey={({ id }) => id}
          header={header}
          filter={filter}
          filters={["q"]}
          empty={<Empty title={words.emptyTitle}>{words.empty}</Empty>}
          columns={[
            {
              id: "account",
              header: words.columns.account,
              cell: ({ id, name, ous }) => (
                <div className="two-lines">
                  <Link href={place.with({ open: id, page: place.one("page") })}>
                    {name} ({id})
                  </Link>
                  <span className="quiet cut">{ous.join(" / ")}</span>
                </div>
              ),
            },
            ...accountColumns(place),
          ]}
        />
      ) : (
        <AccountTree query={query} header={header} filter={filter} narrowed={q !== undefined} />
      )}
      {open !== undefined && <AccountPanel id={open} />}
    </SpaceBetween>
  );
}
