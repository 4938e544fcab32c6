import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import Select from "@cloudscape-design/components/select";
import { notifications as words } from "../../words/notifications";

/** The hour that a digest has unless somebody says otherwise. */
const USUAL_HOUR = 6;

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: words.hour(hour) }));

interface Properties {
  /** Whether the channel takes nothing else than each finding at once. */
  readonly atOnce: boolean;
  /** The hour of the digest; undefined for at once. */
  readonly hour: number | undefined;
  readonly onChange: (hour: number | undefined) => void;
}

/** At once, or once a day at an hour. */
export function RouteTime({ atOnce, hour, onChange }: Properties) {
  const digest = hour !== undefined && !atOnce;
  return (
    <>
      <FormField label={words.delivery} {...(atOnce && { constraintText: words.onlyAtOnce })}>
        <RadioGroup
          value={digest ? "digest" : "at-once"}
          onChange={({ detail }) => onChange(detail.value === "digest" ? USUAL_HOUR : undefined)}
          items={[
            { value: "at-once", label: words.atOnce, description: words.atOnceHelp },
            { value: "digest", label: words.digest, description: words.digestHelp, disabled: atOnce },
          ]}
        />
      </FormField>
      {digest && (
        <FormField label={words.digestHour}>
          <Select
            options={hours}
            selectedOption={hours[hour] ?? null}
            onChange={({ detail }) => onChange(Number(detail.selectedOption.value))}
          />
        </FormField>
      )}
    </>
  );
}
