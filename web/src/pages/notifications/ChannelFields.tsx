import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import type { Schemas } from "../../api/client";
import { notifications as words } from "../../words/notifications";
import type { ChannelDraft } from "./channelDraft";

type Field = Schemas["ChannelField"];

interface Properties {
  readonly fields: readonly Field[];
  /** Names of secrets that are set already. */
  readonly set: readonly string[];
  readonly draft: ChannelDraft;
  readonly onChange: (change: Partial<ChannelDraft>) => void;
}

/** The fields that a kind of channel has, as the server describes them. A secret is only ever typed: nobody reads it back. */
export function ChannelFields({ fields, set, draft, onChange }: Properties) {
  return fields.map((field) => {
    const { name, title, required, hint, secret, choices } = field;
    const label = required ? title : words.optional(title);
    if (secret) {
      const isSet = set.includes(name);
      const removed = draft.removed.includes(name);
      return (
        <FormField key={name} label={label} description={hint} {...(isSet && { constraintText: words.secretSet })}>
          <Input
            type="password"
            value={draft.secrets[name] ?? ""}
            disabled={removed}
            onChange={({ detail }) => onChange({ secrets: { ...draft.secrets, [name]: detail.value } })}
            autoComplete="new-password"
            spellcheck={false}
          />
          {isSet && !required && (
            <Checkbox
              checked={removed}
              onChange={({ detail }) =>
                onChange({
                  removed: detail.checked ? [...draft.removed, name] : draft.removed.filter((each) => each !== name),
                  secrets: { ...draft.secrets, [name]: "" },
                })
              }
            >
              {words.secretRemove(title)}
            </Checkbox>
          )}
        </FormField>
      );
    }
    const put = (value: string): void => onChange({ settings: { ...draft.settings, [name]: value } });
    const options = (choices ?? []).map((value) => ({ value, label: value }));
    const value = draft.settings[name] ?? choices?.[0] ?? "";
    return (
      <FormField key={name} label={label} description={hint}>
        {options.length > 0 ? (
          <Select
            options={options}
            selectedOption={options.find((option) => option.value === value) ?? null}
            onChange={({ detail }) => put(detail.selectedOption.value ?? "")}
          />
        ) : (
          <Input value={value} onChange={({ detail }) => put(detail.value)} autoComplete="off" spellcheck={false} />
        )}
      </FormField>
    );
  });
}
