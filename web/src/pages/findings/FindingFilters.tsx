import Token from "@cloudscape-design/components/token";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import { shortArn } from "../../parts/Arn";
import { ChoiceFilter, FilterRow, TextFilter } from "../../parts/Filters";
import { usePlace } from "../../url/place";
import { common, severityWords } from "../../words/common";
import { findings as words } from "../../words/findings";
import { localMoment } from "../../words/time";
import { views, useFilter } from "./useFilter";

const severities = (["critical", "high", "medium", "low"] as const).map((value) => ({ value, label: severityWords[value] }));
const owners = (["me", "none"] as const).map((value) => ({ value, label: words.owners[value] }));

/** What narrows the list: a text, the state, severities, owners, and whatever a link to here asked for. */
export function FindingFilters() {
  const place = usePlace();
  const { view } = useFilter();
  const tokens = [
    ...place.many("rule").map((rule) => ["rule", rule] as const),
    ...place.many("region").map((region) => ["region", region] as const),
    ...place.many("asset").map((asset) => ["asset", shortArn(asset)] as const),
    ...place.many("since").map((since) => ["since", `${words.columns.first} ≥ ${localMoment(since)}`] as const),
    ...place.many("resolvedSince").map((since) => ["resolvedSince", `${words.states.resolved} ≥ ${localMoment(since)}`] as const),
  ];
  return (
    <FilterRow>
      <TextFilter label={words.filter} />
      <SegmentedControl
        label={words.filters.state}
        selectedId={view}
        options={views.map((id) => ({ id, text: words.states[id] }))}
        onChange={({ detail }) => place.set({ state: detail.selectedId })}
      />
      <ChoiceFilter name="severity" label={words.filters.severity} choices={severities} />
      <ChoiceFilter name="owner" label={words.filters.owner} choices={owners} />
      {tokens.map(([name, label]) => (
        <Token
          key={label}
          variant="inline"
          label={label}
          dismissLabel={common.clearFilters}
          onDismiss={() => place.set({ [name]: undefined })}
        />
      ))}
    </FilterRow>
  );
}
