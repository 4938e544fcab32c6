import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { useStatus } from "../../app/session";
import { Confirm } from "../../parts/Confirm";
import { Empty } from "../../parts/Empty";
import { OnOff } from "../../parts/OnOff";
import { RowActions } from "../../parts/RowActions";
import { WholeTable } from "../../parts/WholeTable";
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
  const add = (
    <Button disabled={channels.length === 0} disabledReason={words.needsChannel} onClick={() => setEditing("new")}>
      {words.addRoute}
    </Button>
  );
  return (
    <>
      <WholeTable<Route>
        name={words.routes}
        about={words.routesAbout}
        action={add}
        query={query}
        rowKey={({ id }) => id}
        wrapLines
        columns={[
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
            cell: (route) => <RowActions name={route.name} onChange={() => setEditing(route)} onRemove={() => setRemoving(route)} />,
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
