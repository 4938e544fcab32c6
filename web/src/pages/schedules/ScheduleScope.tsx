import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { api } from "../../api/client";
import { useStatus } from "../../app/session";
import { Choose } from "../../parts/Choose";
import { schedules as words } from "../../words/schedules";
import type { ScheduleDraft } from "./scheduleDraft";

interface Properties {
  readonly draft: ScheduleDraft;
  readonly onChange: (change: Partial<ScheduleDraft>) => void;
}

/** What of the server's accounts a scheduled scan reads. */
export function ScheduleScope({ draft, onChange }: Properties) {
  const status = useStatus();
  const frameworks = api.useQuery("get", "/api/frameworks", undefined, { staleTime: 600_000 });
  return (
    <SpaceBetween size="m">
      <Choose
        label={words.scopeAccounts}
        choices={(status.data?.accounts ?? []).map(({ id, name }) => ({ value: id, label: name, description: id }))}
        chosen={draft.accounts}
        onChange={(accounts) => onChange({ accounts })}
      />
      <Choose
        label={words.scopeOus}
        choices={(status.data?.ous ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        chosen={draft.ous}
        onChange={(ous) => onChange({ ous })}
      />
      <FormField label={words.scopeRegions} description={words.scopeRegionsHelp}>
        <Input value={draft.regions} onChange={({ detail }) => onChange({ regions: detail.value })} spellcheck={false} />
      </FormField>
      <Choose
        label={words.scopeFrameworks}
        choices={(frameworks.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        chosen={draft.frameworks}
        onChange={(chosen) => onChange({ frameworks: chosen })}
      />
      <FormField label={words.scopeTypes} description={words.scopeTypesHelp}>
        <Input value={draft.types} disabled={draft.all} onChange={({ detail }) => onChange({ types: detail.value })} spellcheck={false} />
      </FormField>
      <Checkbox checked={draft.all} onChange={({ detail }) => onChange({ all: detail.checked })}>
        {words.all}
      </Checkbox>
    </SpaceBetween>
  );
}
