import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { useSeesAll } from "../../app/session";
import { FormDialog } from "../../parts/FormDialog";
import { common } from "../../words/common";
import { parameters as words } from "../../words/parameters";
import { draftOf, type ParameterDraft, requestOf, valueOf } from "./parameterDraft";
import { PlaceFields } from "./PlaceFields";
import { valueText } from "./parameterText";

interface Properties {
  readonly parameter: Schemas["RuleParameter"];
  /** Which to change; a new one where none is named. */
  readonly setting: Schemas["ParameterSetting"] | undefined;
  readonly onClose: () => void;
}

const TRUTHS = [
  { value: "true", label: words.yes },
  { value: "false", label: words.no },
];

/** Sets a parameter of a rule for the organization, a unit or an account. */
export function ParameterDialog({ parameter, setting, onClose }: Properties) {
  const seesAll = useSeesAll();
  const [draft, setDraft] = useState<ParameterDraft>(() => draftOf(parameter, setting, seesAll));
  const edit = (part: Partial<ParameterDraft>): void => setDraft({ ...draft, ...part });
  const put = api.useMutation("put", "/api/rules/{rule}/parameters/{parameter}", {
    onSuccess: () => {
      void refresh("/api/parameters");
      onClose();
    },
  });
  const request = requestOf(parameter.type, draft);
  const lacks = [
    ...(draft.kind === "ou" && draft.unit === "" ? [words.unit] : []),
    ...(draft.kind === "account" && draft.account === "" ? [common.account] : []),
    ...(valueOf(parameter.type, draft.value) === undefined ? [words.value] : []),
    ...(draft.reason.trim() === "" ? [words.reason] : []),
  ];
  return (
    <FormDialog
      title={setting ? words.changeTitle(parameter.parameter) : words.setTitle(parameter.parameter)}
      submit={setting ? common.save : words.set}
      pending={put.isPending}
      missing={lacks.length > 0 ? words.missing(lacks) : undefined}
      error={put.error}
      onSubmit={() => request && put.mutate({ params: { path: { rule: parameter.rule, parameter: parameter.parameter } }, body: request })}
      onClose={onClose}
    >
      <div>
        <strong>{parameter.title}</strong>
        <div className="quiet">{parameter.about}</div>
      </div>
      <PlaceFields draft={draft} fixed={setting !== undefined} seesAll={seesAll} onChange={edit} />
      <FormField
        label={words.value}
        description={words.kindHelp[parameter.type]}
        constraintText={words.defaultIs(valueText(parameter.default))}
      >
        {parameter.type === "boolean" ? (
          <Select
            options={TRUTHS}
            selectedOption={TRUTHS.find(({ value }) => value === draft.value) ?? null}
            onChange={({ detail }) => edit({ value: detail.selectedOption.value ?? "" })}
          />
        ) : (
          <Input
            value={draft.value}
            type={parameter.type === "integer" ? "number" : "text"}
            onChange={({ detail }) => edit({ value: detail.value })}
            autoComplete="off"
            spellcheck={false}
          />
        )}
      </FormField>
      <FormField label={words.reason}>
        <Textarea value={draft.reason} rows={2} onChange={({ detail }) => edit({ reason: detail.value })} />
      </FormField>
    </FormDialog>
  );
}
