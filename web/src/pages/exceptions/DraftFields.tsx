import ColumnLayout from "@cloudscape-design/components/column-layout";
import DatePicker from "@cloudscape-design/components/date-picker";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { api } from "../../api/client";
import { useStatus } from "../../app/session";
import { Choose } from "../../parts/Choose";
import { exceptions as words } from "../../words/exceptions";
import type { Draft } from "./draft";

interface Properties {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** The fields of an exception. */
export function DraftFields({ draft, onChange }: Properties) {
  const status = useStatus();
  const compliance = api.useQuery("get", "/api/compliance", { params: { query: {} } });
  const rules = (compliance.data?.controls ?? []).map(({ rule, control, title }) => ({
    value: rule,
    label: `${control} ${title}`,
    description: rule,
  }));
  return (
    <SpaceBetween size="m">
      <Choose
        label={words.rules}
        help={words.rulesHelp}
        choices={rules}
        chosen={draft.rules}
        onChange={(chosen) => onChange({ rules: chosen })}
      />
      <FormField label={words.reason} description={words.reasonHelp}>
        <Textarea value={draft.reason} onChange={({ detail }) => onChange({ reason: detail.value })} rows={3} />
      </FormField>
      <ColumnLayout columns={2}>
        <FormField label={words.owner} description={words.ownerHelp}>
          <Input value={draft.owner} onChange={({ detail }) => onChange({ owner: detail.value })} />
        </FormField>
        <FormField label={words.expires} description={words.expiresHelp}>
          <DatePicker
            value={draft.expires}
            onChange={({ detail }) => onChange({ expires: detail.value })}
            isDateEnabled={(date) => date >= new Date()}
            locale="en-GB"
            openCalendarAriaLabel={(chosen) => `${words.expires}${chosen ? `, ${chosen}` : ""}`}
          />
        </FormField>
        <Choose
          label={words.scopeAccounts}
          help={words.scopeHelp}
          choices={(status.data?.accounts ?? []).map(({ id, name }) => ({ value: id, label: name, description: id }))}
          chosen={draft.accounts}
          onChange={(chosen) => onChange({ accounts: chosen })}
        />
        <Choose
          label={words.scopeOus}
          choices={(status.data?.ous ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          chosen={draft.ous}
          onChange={(chosen) => onChange({ ous: chosen })}
        />
        <FormField label={words.scopeArns} description={words.scopeArnsHelp}>
          <Textarea value={draft.arns} onChange={({ detail }) => onChange({ arns: detail.value })} rows={3} spellcheck={false} />
        </FormField>
        <FormField label={words.scopeTags} description={words.scopeTagsHelp}>
          <Textarea value={draft.tags} onChange={({ detail }) => onChange({ tags: detail.value })} rows={3} spellcheck={false} />
        </FormField>
        <FormField label={words.scopeRegions} description={words.scopeRegionsHelp}>
          <Input value={draft.regions} onChange={({ detail }) => onChange({ regions: detail.value })} spellcheck={false} />
        </FormField>
      </ColumnLayout>
    </SpaceBetween>
  );
}
