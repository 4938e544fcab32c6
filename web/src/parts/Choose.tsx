import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import { frame } from "../words/frame";

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

interface Properties {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** A field of a form that takes any of some values. */
export function Choose({ label, help, error, choices, chosen, onChange }: Properties) {
  // What was chosen before stays so while the list of choices is still loading.
  const selected = chosen.map((value) => choices.find((choice) => choice.value === value) ?? { value, label: value });
  return (
    <FormField label={label} errorText={error} {...(help !== undefined && { description: help })}>
      <Multiselect
        options={choices}
        selectedOptions={selected}
        onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value }) => value ?? ""))}
        filteringType="auto"
        placeholder={frame.choose}
      />
    </FormField>
  );
}
