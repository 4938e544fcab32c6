import Alert from "@cloudscape-design/components/alert";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import RadioGroup from "@cloudscape-design/components/radio-group";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { api, type Schemas } from "../../api/client";
import { Code } from "../../parts/Code";
import { download } from "../../parts/download";
import { FormDialog } from "../../parts/FormDialog";
import { common, severityWords } from "../../words/common";
import { query } from "../../words/query";
import { draftOf, missingOf, requestOf, type RuleDraft } from "./ruleDraft";

const { rule: words } = query;
const severities: readonly Schemas["Severity"][] = ["critical", "high", "medium", "low", "informational"];

interface Properties {
  readonly sql: string;
  /** The columns that it gave. */
  readonly columns: readonly string[];
  readonly onClose: () => void;
}

/** Makes the folder of a rule out of a query and hands it to the browser as a zip; the server keeps nothing. */
export default function SaveRuleDialog({ sql, columns, onClose }: Properties) {
  const [draft, setDraft] = useState(() => draftOf(columns));
  const [saved, setSaved] = useState<string>();
  const set = (change: Partial<RuleDraft>): void => setDraft({ ...draft, ...change });
  const save = api.useMutation("post", "/api/rules/draft", {
    onSuccess: (zip: unknown, { body }) => {
      if (zip instanceof Blob) download(`${body.id}.zip`, zip);
      setSaved(body.id);
    },
  });
  const missing = missingOf(draft, columns);
  const options = columns.map((value) => ({ value, label: value }));
  const assets = [{ value: "", label: words.noAsset }, ...options];
  const levels = severities.map((value) => ({ value, label: severityWords[value] }));
  return (
    <FormDialog
      title={words.title}
      submit={saved === undefined ? words.save : common.close}
      pending={save.isPending}
      missing={saved === undefined && missing !== undefined ? words.missing[missing] : undefined}
      error={save.error}
      onSubmit={() => (saved === undefined ? save.mutate({ body: requestOf(draft, sql), parseAs: "blob" }) : onClose())}
      onClose={onClose}
    >
      {saved !== undefined ? (
        <Alert type="success" header={words.saved} statusIconAriaLabel="Done">
          {words.use}
          <Code text={words.commands(saved)} label={words.saved} />
        </Alert>
      ) : (
        <SpaceBetween size="m">
          <FormField label={words.id} description={words.idHelp}>
            <Input value={draft.id} onChange={({ detail }) => set({ id: detail.value })} autoComplete="off" spellcheck={false} />
          </FormField>
          <FormField label={words.ruleTitle} description={words.titleHelp}>
            <Input value={draft.title} onChange={({ detail }) => set({ title: detail.value })} autoComplete="off" />
          </FormField>
          <ColumnLayout columns={2}>
            <FormField label={common.severity}>
              <Select
                options={levels}
                selectedOption={levels.find(({ value }) => value === draft.severity) ?? null}
                onChange={({ detail }) =>
                  set({ severity: severities.find((each) => each === detail.selectedOption.value) ?? draft.severity })
                }
              />
            </FormField>
            <FormField label={words.category}>
              <Input value={draft.category} onChange={({ detail }) => set({ category: detail.value })} autoComplete="off" />
            </FormField>
          </ColumnLayout>
          <FormField label={words.meaning}>
            <Textarea value={draft.meaning} onChange={({ detail }) => set({ meaning: detail.value })} rows={3} />
          </FormField>
          <ColumnLayout columns={2}>
            <FormField label={words.unit} description={words.unitHelp}>
              <Select
                options={options}
                selectedOption={options.find(({ value }) => value === draft.unit) ?? null}
                onChange={({ detail }) => set({ unit: detail.selectedOption.value ?? "" })}
              />
            </FormField>
            <FormField label={words.asset} description={words.assetHelp}>
              <Select
                options={assets}
                selectedOption={assets.find(({ value }) => value === draft.asset) ?? null}
                onChange={({ detail }) => set({ asset: detail.selectedOption.value ?? "" })}
              />
            </FormField>
          </ColumnLayout>
          <FormField label={words.fails}>
            <RadioGroup
              value={draft.fails}
              onChange={({ detail }) => set({ fails: detail.value === "status" ? "status" : "every-row" })}
              items={[
                { value: "every-row", label: words.everyRow },
                { value: "status", label: words.byStatus, disabled: !columns.includes("status") },
              ]}
            />
          </FormField>
        </SpaceBetween>
      )}
    </FormDialog>
  );
}
