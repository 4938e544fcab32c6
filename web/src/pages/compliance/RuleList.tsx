import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Toggle from "@cloudscape-design/components/toggle";
import Token from "@cloudscape-design/components/token";
import { lazy, Suspense } from "react";
import type { Schemas } from "../../api/client";
import { ChoiceFilter, FilterRow, TextFilter } from "../../parts/Filters";
import { usePlace } from "../../url/place";
import { common, statusWords } from "../../words/common";
import { compliance as words } from "../../words/compliance";
import { RuleTable } from "./RuleTable";

const ResultsTable = lazy(() => import("./ResultsTable").then(({ ResultsTable: component }) => ({ default: component })));

const statusChoices = (["FAIL", "UNKNOWN", "MANUAL", "PASS", "NOT_APPLICABLE"] as const).map((value) => ({
  value,
  label: statusWords[value],
}));

interface Properties {
  readonly compliance: Schemas["Compliance"];
  readonly asOf: string | undefined;
}

/** The rules of a framework, or its results rule by rule and account by account. */
export function RuleList({ compliance, asOf }: Properties) {
  const place = usePlace();
  const results = place.one("view") === "results";
  const section = place.one("section");
  const control = place.one("of");
  const accounts = Math.max(0, ...compliance.controls.map(({ accounts: judged }) => judged));
  const header = (
    <Header
      variant="h2"
      counter={words.rulesCount(compliance.controls.length, accounts)}
      actions={
        <div className="row">
          {!results && (
            <Toggle
              checked={place.one("failed") === "1"}
              onChange={({ detail }) => place.set({ failed: detail.checked ? "1" : undefined })}
            >
              {words.failedOnly}
            </Toggle>
          )}
          <SegmentedControl
            label={words.view}
            selectedId={results ? "results" : "rules"}
            options={[
              { id: "rules", text: words.rules },
              { id: "results", text: words.results },
            ]}
            onChange={({ detail }) =>
              place.set({ view: detail.selectedId === "results" ? "results" : undefined, status: undefined, of: undefined })
            }
          />
        </div>
      }
    >
      {results ? words.results : words.rules}
    </Header>
  );
  const narrowed = (name: string, label: string) => (
    <Token label={label} dismissLabel={common.clearFilters} onDismiss={() => place.set({ [name]: undefined })} variant="inline" />
  );
  if (results) {
    return (
      <Suspense>
        <ResultsTable
          framework={compliance.framework}
          asOf={asOf}
          header={header}
          filter={
            <FilterRow>
              <ChoiceFilter name="status" label={common.status} choices={statusChoices} />
              {control !== undefined && narrowed("of", `${words.columns.rule} ${control}`)}
            </FilterRow>
          }
        />
      </Suspense>
    );
  }
  return (
    <RuleTable
      compliance={compliance}
      asOf={asOf}
      header={header}
      filter={
        <FilterRow>
          <TextFilter label={words.filter} />
          {section !== undefined && narrowed("section", words.sectionOnly(section))}
        </FilterRow>
      }
    />
  );
}
