import Alert from "@cloudscape-design/components/alert";
import Link from "@cloudscape-design/components/link";
import Table from "@cloudscape-design/components/table";
import Tabs from "@cloudscape-design/components/tabs";
import { useCallback } from "react";
import { api, type Schemas } from "../../api/client";
import { PagePanel } from "../../app/panel";
import { AccountName } from "../../parts/AccountName";
import { Empty } from "../../parts/Empty";
import { Loaded } from "../../parts/Loaded";
import { usePlace } from "../../url/place";
import { number } from "../../words/common";
import { scans as words } from "../../words/scans";
import { localMoment } from "../../words/time";
import { Entered } from "../accounts/columns";
import { ScanChanges } from "./ScanChanges";
import { leftNothing } from "./ScanState";

type Detail = Schemas["ScanDetail"];

function Accounts({ accounts }: { readonly accounts: Detail["accountList"] }) {
  const { accountColumns: columns } = words;
  return (
    <Table<Detail["accountList"][number]>
      variant="embedded"
      contentDensity="compact"
      items={accounts}
      trackBy="id"
      columnDefinitions={[
        { id: "account", header: columns.account, cell: ({ id, name }) => <AccountName id={id} name={name} link /> },
        { id: "status", header: columns.status, cell: (account) => <Entered account={account} /> },
        { id: "regions", header: columns.regions, cell: ({ regions }) => number(regions) },
        { id: "cells", header: columns.cells, cell: ({ cells }) => number(cells) },
        { id: "calls", header: columns.calls, cell: ({ calls }) => number(calls) },
        { id: "troubles", header: columns.troubles, cell: ({ troubles }) => number(troubles) },
      ]}
    />
  );
}

function Gaps({ gaps }: { readonly gaps: Detail["gapList"] }) {
  const place = usePlace();
  const { gapColumns: columns } = words;
  return (
    <Table<Detail["gapList"][number]>
      variant="embedded"
      contentDensity="compact"
      wrapLines
      items={gaps}
      columnDefinitions={[
        {
          id: "account",
          header: columns.account,
          minWidth: 200,
          cell: ({ accountId, accountName }) => <AccountName id={accountId} name={accountName} link />,
        },
        { id: "region", header: columns.region, minWidth: 120, cell: ({ region }) => region },
        { id: "table", header: columns.table, minWidth: 190, cell: ({ table }) => table },
        { id: "action", header: columns.action, minWidth: 220, cell: ({ action }) => action },
        { id: "code", header: columns.code, minWidth: 190, cell: ({ code, message }) => <span title={message}>{code}</span> },
        {
          id: "rules",
          header: columns.rules,
          cell: ({ rules }) =>
            rules.map((rule) => (
              <span key={rule}>
                <Link href={place.to("/compliance", { rule, tab: "affected", units: "UNKNOWN" })}>{rule}</Link>{" "}
              </span>
            )),
        },
      ]}
      empty={<Empty title={words.noGaps} />}
    />
  );
}

/** One scan in the panel below the list. */
export function ScanPanel({ id }: { readonly id: string }) {
  const place = usePlace();
  const query = api.useQuery("get", "/api/scans/{scan}", { params: { path: { scan: id } } });
  const close = useCallback(() => place.set({ scan: undefined, tab: undefined, before: undefined, page: place.one("page") }), [place]);
  const tab = place.one("tab") ?? "accounts";
  return (
    <PagePanel title={query.data?.now === undefined ? id : localMoment(query.data.now)} close={close}>
      <Loaded query={query} height="220px">
        {({ accountList, gapList, state, message }) =>
          leftNothing(state) ? (
            <Alert type={state === "skipped" ? "info" : "error"} header={words.states[state]} statusIconAriaLabel={words.states[state]}>
              {message ?? words.noSnapshot}
            </Alert>
          ) : (
            <Tabs
              activeTabId={tab}
              onChange={({ detail }) => place.set({ tab: detail.activeTabId, page: place.one("page") })}
              tabs={[
                { id: "accounts", label: words.tabs.accounts(accountList.length), content: <Accounts accounts={accountList} /> },
                { id: "gaps", label: words.tabs.gaps(gapList.length), content: <Gaps gaps={gapList} /> },
                { id: "changes", label: words.tabs.changes, content: tab === "changes" && <ScanChanges id={id} /> },
              ]}
            />
          )
        }
      </Loaded>
    </PagePanel>
  );
}
