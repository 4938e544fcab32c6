import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { FormDialog } from "../../parts/FormDialog";
import { common } from "../../words/common";
import { notifications as words } from "../../words/notifications";
import { ChannelFields } from "./ChannelFields";
import { type ChannelDraft, changeOf, draftOf, missing, requestOf } from "./channelDraft";

type Kind = Schemas["ChannelKind"];

interface Properties {
  readonly kinds: readonly Kind[];
  /** Which to change; a new one where none is named. */
  readonly channel: Schemas["Channel"] | undefined;
  readonly onClose: () => void;
}

/** Adds a channel of any kind, or changes one; its kind stays. */
export function ChannelDialog({ kinds, channel, onClose }: Properties) {
  const [kindId, setKindId] = useState(channel?.kind ?? kinds[0]?.id);
  const [draft, setDraft] = useState<ChannelDraft>(() => draftOf(channel));
  const done = (): void => {
    void refresh("/api/channels");
    onClose();
  };
  const add = api.useMutation("post", "/api/channels", { onSuccess: done });
  const change = api.useMutation("put", "/api/channels/{channel}", { onSuccess: done });
  const kind = kinds.find(({ id }) => id === kindId);
  const options = kinds.map(({ id, title, tickets }) => ({
    value: id,
    label: title,
    description: tickets ? words.kindTickets : words.kindMessages,
  }));
  const set = channel?.secrets ?? [];
  const lacks = kind ? missing(draft, kind, set, words.name) : [words.kind];
  const save = (): void => {
    if (!kind) return;
    if (channel) change.mutate({ params: { path: { channel: channel.id } }, body: changeOf(draft, kind) });
    else add.mutate({ body: requestOf(draft, kind) });
  };
  const edit = (part: Partial<ChannelDraft>): void => setDraft({ ...draft, ...part });
  return (
    <FormDialog
      title={channel ? words.changeChannel(channel.name) : words.addChannel}
      submit={channel ? common.save : words.addChannel}
      pending={add.isPending || change.isPending}
      missing={lacks.length > 0 ? words.missing(lacks) : undefined}
      error={add.error ?? change.error}
      onSubmit={save}
      onClose={onClose}
    >
      {!channel && (
        <FormField label={words.kind}>
          <Select
            options={options}
            selectedOption={options.find(({ value }) => value === kindId) ?? null}
            onChange={({ detail }) => setKindId(detail.selectedOption.value)}
          />
        </FormField>
      )}
      <FormField label={words.name}>
        <Input value={draft.name} onChange={({ detail }) => edit({ name: detail.value })} autoComplete="off" />
      </FormField>
      {kind && <ChannelFields fields={kind.fields} set={set} draft={draft} onChange={edit} />}
      <Checkbox checked={draft.active} onChange={({ detail }) => edit({ active: detail.checked })}>
        {words.channelActive}
      </Checkbox>
    </FormDialog>
  );
}
