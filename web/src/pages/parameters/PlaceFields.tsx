import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { useStatus } from "../../app/session";
import { common } from "../../words/common";
import { frame } from "../../words/frame";
import { parameters as words } from "../../words/parameters";
import type { ParameterDraft } from "./parameterDraft";
import { placeText } from "./parameterText";

interface Properties {
  readonly draft: ParameterDraft;
  /** Whether the place is known: a value is changed where it is. */
  readonly fixed: boolean;
  readonly seesAll: boolean;
  readonly onChange: (change: Partial<ParameterDraft>) => void;
}

const kinds = ["organization", "ou", "account"] as const;

/** What a value is for. Who sees some accounts sets values for single ones of these. */
export function PlaceFields({ draft, fixed, seesAll, onChange }: Properties) {
  const status = useStatus();
  if (fixed) {
    const { kind, unit, account } = draft;
    return <FormField label={words.place}>{placeText({ kind, name: kind === "ou" ? unit : account }, status.data)}</FormField>;
  }
  const kindOptions = kinds.filter((kind) => seesAll || kind === "account").map((value) => ({ value, label: words.kinds[value] }));
  const units = (status.data?.ous ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const accounts = (status.data?.accounts ?? []).map(({ id, name }) => ({ value: id, label: name, description: id }));
  return (
    <>
      <FormField label={words.place}>
        <Select
          options={kindOptions}
          selectedOption={kindOptions.find(({ value }) => value === draft.kind) ?? null}
          onChange={({ detail }) => onChange({ kind: kinds.find((kind) => kind === detail.selectedOption.value) ?? draft.kind })}
        />
      </FormField>
      {draft.kind === "ou" && (
        <FormField label={words.unit}>
          <Select
            options={units}
            selectedOption={units.find(({ value }) => value === draft.unit) ?? null}
            onChange={({ detail }) => onChange({ unit: detail.selectedOption.value ?? "" })}
            placeholder={frame.choose}
            filteringType="auto"
          />
        </FormField>
      )}
      {draft.kind === "account" && (
        <FormField label={common.account}>
          <Select
            options={accounts}
            selectedOption={accounts.find(({ value }) => value === draft.account) ?? null}
            onChange={({ detail }) => onChange({ account: detail.selectedOption.value ?? "" })}
            placeholder={frame.choose}
            filteringType="auto"
          />
        </FormField>
      )}
    </>
  );
}
