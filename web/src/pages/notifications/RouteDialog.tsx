import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { useStatus } from "../../app/session";
import { Choose } from "../../parts/Choose";
import { FormDialog } from "../../parts/FormDialog";
import { common, severityWords } from "../../words/common";
import { notifications as words } from "../../words/notifications";
import { draftOf, events, onlyAtOnce, requestOf, type RouteDraft, severities } from "./routeDraft";
import { RouteTime } from "./RouteTime";

interface Properties {
  readonly kinds: readonly Schemas["ChannelKind"][];
  readonly channels: readonly Schemas["Channel"][];
  /** Which to change; a new one where none is named. */
  readonly route: Schemas["Route"] | undefined;
  readonly onClose: () => void;
}

/** Says which findings go to which channel, and when. */
export function RouteDialog({ kinds, channels, route, onClose }: Properties) {
  const status = useStatus();
  const frameworks = api.useQuery("get", "/api/frameworks", undefined, { staleTime: 600_000 });
  const [draft, setDraft] = useState<RouteDraft>(() => draftOf(route, channels[0]?.id ?? ""));
  const done = (): void => {
    void refresh("/api/routes");
    onClose();
  };
  const add = api.useMutation("post", "/api/routes", { onSuccess: done });
  const change = api.useMutation("put", "/api/routes/{route}", { onSuccess: done });
  const edit = (part: Partial<RouteDraft>): void => setDraft({ ...draft, ...part });

  const channel = channels.find(({ id }) => id === draft.channel);
  const atOnce = onlyAtOnce(kinds.find(({ id }) => id === channel?.kind));
  const request = requestOf(draft, atOnce);
  const lacks = [
    ...(draft.name.trim() === "" ? [words.name] : []),
    ...(draft.channel === "" ? [words.columns.channel] : []),
    ...(draft.events.length === 0 ? [words.events] : []),
  ];
  const save = (): void => {
    if (!request) return;
    if (route) change.mutate({ params: { path: { route: route.id } }, body: request });
    else add.mutate({ body: request });
  };
  const channelOptions = channels.map(({ id, name }) => ({ value: id, label: name }));
  const severityOptions = severities.map((value) => ({ value, label: words.andAbove(severityWords[value]) }));
  return (
    <FormDialog
      title={route ? words.changeRoute(route.name) : words.addRoute}
      submit={route ? common.save : words.addRoute}
      pending={add.isPending || change.isPending}
      missing={lacks.length > 0 ? words.missing(lacks) : undefined}
      error={add.error ?? change.error}
      onSubmit={save}
      onClose={onClose}
    >
      <FormField label={words.name}>
        <Input value={draft.name} onChange={({ detail }) => edit({ name: detail.value })} autoComplete="off" />
      </FormField>
      <FormField label={words.columns.channel}>
        <Select
          options={channelOptions}
          selectedOption={channelOptions.find(({ value }) => value === draft.channel) ?? null}
          onChange={({ detail }) => edit({ channel: detail.selectedOption.value ?? "" })}
        />
      </FormField>
      <FormField label={words.leastSeverity}>
        <Select
          options={severityOptions}
          selectedOption={severityOptions.find(({ value }) => value === draft.leastSeverity) ?? null}
          onChange={({ detail }) =>
            edit({ leastSeverity: severities.find((each) => each === detail.selectedOption.value) ?? draft.leastSeverity })
          }
        />
      </FormField>
      <Choose
        label={words.events}
        choices={events.map((value) => ({ value, label: words.eventWords[value] }))}
        chosen={draft.events}
        onChange={(chosen) => edit({ events: events.filter((event) => chosen.includes(event)) })}
      />
      <Choose
        label={words.scopeAccounts}
        help={words.scopeHelp}
        choices={(status.data?.accounts ?? []).map(({ id, name }) => ({ value: id, label: name, description: id }))}
        chosen={draft.accounts}
        onChange={(accounts) => edit({ accounts })}
      />
      <Choose
        label={words.scopeOus}
        help={words.scopeHelp}
        choices={(status.data?.ous ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        chosen={draft.ous}
        onChange={(ous) => edit({ ous })}
      />
      <Choose
        label={words.frameworks}
        help={words.frameworksHelp}
        choices={(frameworks.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        chosen={draft.frameworks}
        onChange={(chosen) => edit({ frameworks: chosen })}
      />
      <RouteTime atOnce={atOnce} hour={draft.digestHour} onChange={(digestHour) => edit({ digestHour })} />
      <Checkbox checked={draft.active} onChange={({ detail }) => edit({ active: detail.checked })}>
        {words.routeActive}
      </Checkbox>
    </FormDialog>
  );
}
