import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import LiveRegion from "@cloudscape-design/components/live-region";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Empty } from "../../parts/Empty";
import { Failure } from "../../parts/Failure";
import { OnOff } from "../../parts/OnOff";
import { RowActions } from "../../parts/RowActions";
import { WholeTable } from "../../parts/WholeTable";
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
      <WholeTable<Channel>
        name={words.channels}
        about={words.channelsAbout}
        action={add}
        query={query}
        rowKey={({ id }) => id}
        columns={[
          { id: "name", header: words.columns.name, cell: ({ name }) => name, isRowHeader: true },
          { id: "kind", header: words.columns.kind, cell: ({ kind }) => kinds.find(({ id }) => id === kind)?.title ?? kind },
          { id: "state", header: words.columns.state, cell: ({ active }) => <OnOff on={active} /> },
          {
            id: "actions",
            header: words.columns.actions,
            cell: (channel) => (
              <RowActions name={channel.name} onChange={() => setEditing(channel)} onRemove={() => setRemoving(channel)}>
                <Button
                  variant="inline-link"
                  ariaLabel={words.testing(channel.name)}
                  loading={test.isPending && test.variables.params.path.channel === channel.id}
                  onClick={() => attempt(channel)}
                >
                  {words.test}
                </Button>
              </RowActions>
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
