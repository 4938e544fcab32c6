import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { keepPreviousData } from "@tanstack/react-query";
import { api, type Schemas } from "../../api/client";
import { useStatus } from "../../app/session";
import { AccountName } from "../../parts/AccountName";
import { Empty } from "../../parts/Empty";
import { ChoiceFilter, FilterRow, TextFilter } from "../../parts/Filters";
import { FirstRun } from "../../parts/FirstRun";
import { PageHead } from "../../parts/PageHead";
import { SavedViews } from "../../parts/SavedViews";
import { ServerTable } from "../../parts/ServerTable";
import { Extent, Standing } from "../../parts/Standing";
import { usePlace, useScope } from "../../url/place";
import { number } from "../../words/common";
import { assets as words } from "../../words/explore";

/** Every asset there is, searched by any field. */
export function AssetsPage() {
  const place = usePlace();
  const { account } = useScope();
  const status = useStatus();
  const tables = api.useQuery("get", "/api/tables", undefined, { staleTime: 600_000 });
  const q = place.one("q");
  const type = place.many("type");
  const region = place.many("region");
  const query = api.useQuery(
    "get",
    "/api/assets",
    {
      params: {
        query: {
          page: Number(place.one("page") ?? 1),
          ...(q !== undefined && { q }),
          ...(type.length > 0 && { type }),
          ...(region.length > 0 && { region }),
          ...(account && { account }),
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
  const types = (tables.data?.items ?? []).filter(({ rows = 1 }) => rows > 0).map(({ name }) => ({ value: name, label: name }));
  const assessment = status.data?.assessment;
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
          actions={<SavedViews page="assets" query={place.query} onOpen={(view) => place.go(place.path + view)} />}
        />
        {assessment && <Standing assessment={assessment} />}
      </div>
      {status.data && !assessment ? (
        <FirstRun />
      ) : (
        <ServerTable<Schemas["AssetHit"]>
          name={words.title}
          query={query}
          rowKey={({ arn }) => arn}
          filters={["q", "type", "region"]}
          filter={
            <FilterRow>
              <TextFilter label={words.filter} />
              <ChoiceFilter name="type" label={words.type} choices={types} />
            </FilterRow>
          }
          header={
            <Header variant="h2" {...(query.data && { counter: `(${number(query.data.total)})` })}>
              {words.title}
            </Header>
          }
          empty={<Empty title={words.emptyTitle}>{words.empty}</Empty>}
          columns={[
            {
              id: "asset",
              header: words.columns.asset,
              cell: ({ arn, name }) => (
                <div className="two-lines">
                  <Link href={place.to("/assets/one", { arn })}>{name || arn}</Link>
                  <span className="quiet cut" title={arn}>
                    {arn}
                  </span>
                </div>
              ),
            },
            { id: "type", header: words.columns.type, width: 210, cell: ({ type: is }) => is },
            {
              id: "account",
              header: words.columns.account,
              width: 230,
              cell: ({ accountId, accountName }) => <AccountName id={accountId} name={accountName} />,
            },
            { id: "region", header: words.columns.region, width: 120, cell: ({ region: is }) => is },
            { id: "match", header: words.columns.match, width: 140, cell: ({ match }) => <span className="quiet">{match}</span> },
          ]}
        />
      )}
    </SpaceBetween>
  );
}
