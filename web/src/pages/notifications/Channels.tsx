import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import LiveRegion from "@cloudscape-design/components/live-region";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Empty } from "../../parts/Empty";
import { Failure } from "../../parts/Failure";
import { OnOff } from "../../parts/OnOff";
import { common } from "../../words/common";
import { notifications as words } from "../../words/notifications";
import { ChannelDialog } from "./ChannelDialog";

type Channel = Schemas["Channel"];

/** Where notifications can go, each with a button that tries it. */
export function Channels({ kinds }: { readonly kinds: readonly Schemas["ChannelKind"][] }) {
  const query = api.useQuery("get", "/api/channels");
  const [editing, setEditing] = useState<Channel | "new">();
  const [removing, setRemoving] = useState<Channel>();
  const [tried, setTried] = useState<Schemas["ChannelTest"] & { readonly name: string }>();
  const test = api.useMutation("post", "/api/channels/{channel}/test");
  const remove = api.useMutation("delete", "/api/channels/{channel}", {
    onSuccess: () => {
      void refresh("/api/channels", "/api/routes", "/api/deliveries");
      setRemoving(undefined);
    },
  });
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const add = (
    <Button variant="primary" onClick={() => setEditing("new")}>
      {words.addChannel}
    </Button>
  );
  const attempt = ({ id, name }: Channel): void => {
    setTried(undefined);
    test.mutate({ params: { path: { channel: id } } }, { onSuccess: (answer) => setTried({ ...answer, name }) });
  };
  return (
    <SpaceBetween size="s">
      {test.error && <Failure error={test.error} />}
      <LiveRegion>
        {tried && (
          <Alert
            type={tried.ok ? "success" : "error"}
            header={tried.ok ? words.worked(tried.name) : words.failed(tried.name)}
            statusIconAriaLabel={tried.ok ? "Done" : "Error"}
            dismissible
            dismissAriaLabel={common.close}
            onDismiss={() => setTried(undefined)}
          >
            {tried.text}
          </Alert>
        )}
      </LiveRegion>
      <Table<Channel>
        ariaLabels={{ tableLabel: words.channels }}
        contentDensity="compact"
        items={query.data?.items ?? []}
        loading={!query.data}
        loadingText={common.loading}
        trackBy="id"
        header={
          <Header variant="h2" description={words.channelsAbout} actions={add}>
            {words.channels}
          </Header>
        }
        columnDefinitions={[
          { id: "name", header: words.columns.name, cell: ({ name }) => name, isRowHeader: true },
          { id: "kind", header: words.columns.kind, cell: ({ kind }) => kinds.find(({ id }) => id === kind)?.title ?? kind },
          { id: "state", header: words.columns.state, cell: ({ active }) => <OnOff on={active} /> },
          {
            id: "actions",
            header: words.columns.actions,
            cell: (channel) => (
              <SpaceBetween direction="horizontal" size="m">
                <Button
                  variant="inline-link"
                  ariaLabel={words.testing(channel.name)}
                  loading={test.isPending && test.variables.params.path.channel === channel.id}
                  onClick={() => attempt(channel)}
                >
                  {words.test}
                </Button>
                <Button variant="inline-link" ariaLabel={`${common.change} ${channel.name}`} onClick={() => setEditing(channel)}>
                  {common.change}
                </Button>
                <Button variant="inline-link" ariaLabel={`${common.remove} ${channel.name}`} onClick={() => setRemoving(channel)}>
                  {common.remove}
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
        empty={<Empty title={words.noChannel}>{words.noChannelHelp}</Empty>}
      />
      {editing && <ChannelDialog kinds={kinds} channel={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} />}
      {removing && (
        <Confirm
          what={words.removeChannel}
          effect={words.removeChannelEffect(removing.name)}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ params: { path: { channel: removing.id } } })}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </SpaceBetween>
  );
}
