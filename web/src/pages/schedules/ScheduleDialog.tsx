import Checkbox from "@cloudscape-design/components/checkbox";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { FormDialog } from "../../parts/FormDialog";
import { common } from "../../words/common";
import { schedules as words } from "../../words/schedules";
import { draftOf, requestOf, type ScheduleDraft } from "./scheduleDraft";
import { ScheduleScope } from "./ScheduleScope";
import { Times } from "./Times";

const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((value) => ({ value, label: value }));

interface Properties {
  /** Which to change; a new one where none is named. */
  readonly schedule: Schemas["Schedule"] | undefined;
  readonly onClose: () => void;
}

/** Says when a scan is made by itself, and what it reads. */
export function ScheduleDialog({ schedule, onClose }: Properties) {
  const [draft, setDraft] = useState<ScheduleDraft>(() => draftOf(schedule));
  const done = (): void => {
    void refresh("/api/schedules");
    onClose();
  };
  const add = api.useMutation("post", "/api/schedules", { onSuccess: done });
  const change = api.useMutation("put", "/api/schedules/{schedule}", { onSuccess: done });
  const edit = (part: Partial<ScheduleDraft>): void => setDraft({ ...draft, ...part });
  const lacks = [...(draft.name.trim() === "" ? [words.name] : []), ...(draft.cron.trim() === "" ? [words.cron] : [])];
  const save = (): void => {
    if (schedule) change.mutate({ params: { path: { schedule: schedule.id } }, body: requestOf(draft) });
    else add.mutate({ body: requestOf(draft) });
  };
  return (
    <FormDialog
      title={schedule ? words.changeTitle(schedule.name) : words.add}
      submit={schedule ? common.save : words.add}
      pending={add.isPending || change.isPending}
      missing={lacks.length > 0 ? words.missing(lacks) : undefined}
      error={add.error ?? change.error}
      onSubmit={save}
      onClose={onClose}
    >
      <FormField label={words.name}>
        <Input value={draft.name} onChange={({ detail }) => edit({ name: detail.value })} autoComplete="off" />
      </FormField>
      <FormField label={words.cron} description={words.cronHelp}>
        <Input value={draft.cron} onChange={({ detail }) => edit({ cron: detail.value })} autoComplete="off" spellcheck={false} />
      </FormField>
      <FormField label={words.zone}>
        <Select
          options={zones}
          selectedOption={zones.find(({ value }) => value === draft.zone) ?? { value: draft.zone, label: draft.zone }}
          onChange={({ detail }) => edit({ zone: detail.selectedOption.value ?? draft.zone })}
          filteringType="auto"
        />
      </FormField>
      <Times cron={draft.cron} zone={draft.zone} />
      <ExpandableSection headerText={words.columns.scope} headerDescription={words.scopeHelp}>
        <ScheduleScope draft={draft} onChange={edit} />
      </ExpandableSection>
      <Checkbox checked={draft.active} onChange={({ detail }) => edit({ active: detail.checked })}>
        {words.active}
      </Checkbox>
    </FormDialog>
  );
}
