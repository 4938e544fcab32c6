import Button from "@cloudscape-design/components/button";
import type { Schemas } from "../../api/client";
import { useStatus } from "../../app/session";
import { WholeTable } from "../../parts/WholeTable";
import { parameters as words } from "../../words/parameters";
import { placeText, valueText } from "./parameterText";

type Setting = Schemas["ParameterSetting"];

interface Properties {
  readonly settings: readonly Setting[];
  /** Clears one; absent for those who may not. */
  readonly onClear: ((setting: Setting) => void) | undefined;
}

/** Values that do not count, since the rules have changed. */
export function Outdated({ settings, onClear }: Properties) {
  const status = useStatus();
  return (
    <WholeTable<Setting>
      name={words.outdated}
      about={words.outdatedAbout}
      query={{ data: { items: settings }, error: null, refetch: () => Promise.resolve() }}
      rowKey={({ rule, parameter, place }) => [rule, parameter, place.kind, place.name].join(" ")}
      wrapLines
      columns={[
        { id: "rule", header: words.columns.rule, cell: ({ rule }) => rule, isRowHeader: true },
        { id: "parameter", header: words.columns.parameter, cell: ({ parameter }) => parameter },
        { id: "value", header: words.columns.value, cell: ({ value }) => valueText(value) },
        { id: "place", header: words.columns.place, cell: ({ place }) => placeText(place, status.data) },
        { id: "why", header: words.columns.why, cell: ({ trouble }) => trouble },
        ...(onClear
          ? [
              {
                id: "actions",
                header: words.columns.actions,
                cell: (setting: Setting) => (
                  <Button variant="inline-link" ariaLabel={`${words.clear} ${setting.parameter}`} onClick={() => onClear(setting)}>
                    {words.clear}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
