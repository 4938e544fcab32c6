import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { useStatus } from "../../app/session";
import { Confirm } from "../../parts/Confirm";
import { Empty } from "../../parts/Empty";
import { Failure } from "../../parts/Failure";
import { OnOff } from "../../parts/OnOff";
import { common, severityWords } from "../../words/common";
import { notifications as words } from "../../words/notifications";
import { scopeText } from "../exceptions/scopeText";
import { RouteDialog } from "./RouteDialog";

type Route = Schemas["Route"];

/** Which findings, by severity, event and framework. */
function what({ leastSeverity, events, frameworks }: Route): string {
  const severity = leastSeverity === "informational" ? words.anySeverity : words.andAbove(severityWords[leastSeverity]);
  return [severity, events.map((event) => words.eventWords[event]).join(", "), ...frameworks].join(" · ");
}

/** What is told to which channel. */
export function Routes({ kinds }: { readonly kinds: readonly Schemas["ChannelKind"][] }) {
  const status = useStatus();
  const query = api.useQuery("get", "/api/routes");
  const channels = api.useQuery("get", "/api/channels").data?.items ?? [];
  const [editing, setEditing] = useState<Route | "new">();
  const [removing, setRemoving] = useState<Route>();
  const remove = api.useMutation("delete", "/api/routes/{route}", {
    onSuccess: () => {
      void refresh("/api/routes");
      setRemoving(undefined);
    },
  });
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const add = (
    <Button disabled={channels.length === 0} disabledReason={words.needsChannel} onClick={() => setEditing("new")}>
      {words.addRoute}
    </Button>
  );
  return (
    <>
      <Table<Route>
        ariaLabels={{ tableLabel: words.routes }}
        contentDensity="compact"
        wrapLines
        items={query.data?.items ?? []}
        loading={!query.data}
        loadingText={common.loading}
        trackBy="id"
        header={
          <Header variant="h2" description={words.routesAbout} actions={add}>
            {words.routes}
          </Header>
        }
        columnDefinitions={[
          { id: "name", header: words.columns.name, cell: ({ name }) => name, isRowHeader: true },
          {
            id: "channel",
            header: words.columns.channel,
            cell: ({ channel }) => channels.find(({ id }) => id === channel)?.name ?? channel,
          },
          { id: "what", header: words.columns.what, cell: what },
          {
            id: "where",
            header: words.columns.where,
            cell: ({ accounts, ous }) =>
              accounts.length + ous.length === 0 ? common.everywhere : scopeText({ accounts, ous }, status.data),
          },
          {
            id: "when",
            header: words.columns.when,
            cell: ({ digestHour }) => (digestHour === undefined ? words.atOnce : words.daily(digestHour)),
          },
          { id: "state", header: words.columns.state, cell: ({ active }) => <OnOff on={active} /> },
          {
            id: "actions",
            header: words.columns.actions,
            cell: (route) => (
              <SpaceBetween direction="horizontal" size="m">
                <Button variant="inline-link" ariaLabel={`${common.change} ${route.name}`} onClick={() => setEditing(route)}>
                  {common.change}
                </Button>
                <Button variant="inline-link" ariaLabel={`${common.remove} ${route.name}`} onClick={() => setRemoving(route)}>
                  {common.remove}
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
        empty={<Empty title={words.noRoute}>{words.noRouteHelp}</Empty>}
      />
      {editing && (
        <RouteDialog
          kinds={kinds}
          channels={channels}
          route={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && (
        <Confirm
          what={words.removeRoute}
          effect={words.removeRouteEffect(removing.name)}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ params: { path: { route: removing.id } } })}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  );
}
