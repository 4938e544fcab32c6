import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import { api, type Schemas } from "../../api/client";
import { useStatus } from "../../app/session";
import { usePlace } from "../../url/place";
import { compliance } from "../../words/compliance";
import { placeText, valueText } from "./parameterText";

/** What a rule can be told, and where something else holds than its default. */
export function RuleParameters({ rule }: { readonly rule: Schemas["Rule"] }) {
  const place = usePlace();
  const status = useStatus();
  const query = api.useQuery("get", "/api/parameters", { params: { query: { rule: [rule.id] } } });
  const known = (name: string) => query.data?.items.find(({ parameter }) => parameter === name);
  return (
    <KeyValuePairs
      columns={4}
      items={rule.parameters.map(({ name, default: standard, about }) => ({
        label: name,
        value: (
          <>
            {about} ({compliance.parameterDefault(standard)})
            {known(name)?.settings.map((setting) => (
              <div key={`${setting.place.kind} ${setting.place.name}`} title={setting.reason}>
                <Link href={place.to("/settings", { tab: "parameters", q: rule.id })}>
                  {placeText(setting.place, status.data)}: <strong>{valueText(setting.value)}</strong>
                </Link>
              </div>
            ))}
          </>
        ),
      }))}
    />
  );
}
