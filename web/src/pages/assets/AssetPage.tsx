import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { api, type Schemas } from "../../api/client";
import { AccountName } from "../../parts/AccountName";
import { Arn, shortArn } from "../../parts/Arn";
import { Empty } from "../../parts/Empty";
import { JsonTree } from "../../parts/JsonTree";
import { Loaded } from "../../parts/Loaded";
import { Moment } from "../../parts/Moment";
import { PageHead } from "../../parts/PageHead";
import { usePlace } from "../../url/place";
import { common } from "../../words/common";
import { assets as words } from "../../words/explore";
import { AssetFindings } from "./AssetFindings";
import { Relations } from "./Relations";
import { Timeline } from "./Timeline";

type Asset = Schemas["Asset"];

function Configuration({ asset }: { readonly asset: Asset }) {
  return (
    <SpaceBetween size="m">
      {Object.entries(asset.unread).map(([table, columns]) => (
        <Alert key={table} type="warning" statusIconAriaLabel="Warning">
          {words.unread(columns.map((column) => `${table}.${column}`).join(", "))}
        </Alert>
      ))}
      {Object.entries(asset.configuration).map(([table, value]) => (
        <Container key={table}>
          <JsonTree name={table} value={value} />
        </Container>
      ))}
    </SpaceBetween>
  );
}

function Summary({ asset }: { readonly asset: Asset }) {
  const tags = Object.entries(asset.tags);
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        items={[
          { label: words.columns.asset, value: <Arn arn={asset.arn} link={false} /> },
          { label: words.columns.type, value: asset.type },
          { label: common.account, value: <AccountName id={asset.accountId} name={asset.accountName} link /> },
          { label: common.region, value: asset.region },
          ...(asset.created === undefined ? [] : [{ label: words.created, value: <Moment at={asset.created} /> }]),
          {
            label: words.tags,
            value:
              tags.length === 0 ? (
                <span className="quiet">{words.noTags}</span>
              ) : (
                <span className="tags">
                  {tags.map(([name, value]) => (
                    <span key={name} className="tag">
                      {name}={value}
                    </span>
                  ))}
                </span>
              ),
          },
        ]}
      />
    </Container>
  );
}

/** One asset: what it is, how it changed, what it has to do with others, what is wrong with it. */
export function AssetPage() {
  const place = usePlace();
  const arn = place.one("arn") ?? "";
  const query = api.useQuery("get", "/api/assets/one", { params: { query: { arn } } }, { enabled: arn !== "" });
  const tab = place.one("tab") ?? "configuration";
  return (
    <SpaceBetween size="m">
      <PageHead title={query.data?.name || shortArn(arn) || words.title} />
      {arn === "" ? (
        <Empty title={words.emptyTitle} />
      ) : (
        <Loaded query={query} height="420px">
          {(asset) => (
            <SpaceBetween size="m">
              <Summary asset={asset} />
              <Tabs
                activeTabId={tab}
                onChange={({ detail }) => place.set({ tab: detail.activeTabId })}
                tabs={[
                  { id: "configuration", label: words.tabs.configuration, content: <Configuration asset={asset} /> },
                  { id: "timeline", label: words.tabs.timeline, content: tab === "timeline" && <Timeline arn={arn} /> },
                  {
                    id: "relations",
                    label: words.tabs.relations(asset.refersTo.length + asset.referredToBy.length),
                    content: <Relations asset={asset} />,
                  },
                  {
                    id: "findings",
                    label: words.tabs.findings(asset.findings.length),
                    content: <AssetFindings findings={asset.findings} />,
                  },
                ]}
              />
            </SpaceBetween>
          )}
        </Loaded>
      )}
    </SpaceBetween>
  );
}
