import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { useMay, useSeesAll, useStatus } from "../../app/session";
import { Confirm } from "../../parts/Confirm";
import { Empty, NoMatch } from "../../parts/Empty";
import { FilterRow, TextFilter } from "../../parts/Filters";
import { Moment } from "../../parts/Moment";
import { WholeTable } from "../../parts/WholeTable";
import { usePlace } from "../../url/place";
import { common } from "../../words/common";
import { parameters as words } from "../../words/parameters";
import { Frameworks } from "./Frameworks";
import { Outdated } from "./Outdated";
import { ParameterDialog } from "./ParameterDialog";
import { matching, placeText, valueText } from "./parameterText";
import { Pending } from "./Pending";

/** A value that is set, or a parameter for which none is. */
interface Row {
  readonly key: string;
  readonly parameter: Schemas["RuleParameter"];
  readonly setting: Schemas["ParameterSetting"] | undefined;
  /** Whether it is the first of its parameter, which tells of the parameter. */
  readonly first: boolean;
}

/** How often it is looked whether judging again is done; milliseconds. */
const WHILE_JUDGING = 2_000;

function rowsOf(parameter: Schemas["RuleParameter"]): Row[] {
  const name = `${parameter.rule} ${parameter.parameter}`;
  if (parameter.settings.length === 0) return [{ key: name, parameter, setting: undefined, first: true }];
  return parameter.settings.map((setting, index) => ({
    key: `${name} ${setting.place.kind} ${setting.place.name ?? ""}`,
    parameter,
    setting,
    first: index === 0,
  }));
}

/** What rules can be told and what was set where, why and by whom; and the frameworks that stand on these rules. */
export default function Parameters() {
  const place = usePlace();
  const status = useStatus();
  const admin = useMay("admin");
  const seesAll = useSeesAll();
  const query = api.useQuery("get", "/api/parameters", undefined, {
    refetchInterval: ({ state }) => (state.data?.judging ? WHILE_JUDGING : false),
  });
  const [editing, setEditing] = useState<Pick<Row, "parameter" | "setting">>();
  const [clearing, setClearing] = useState<Schemas["ParameterSetting"]>();
  const clear = api.useMutation("delete", "/api/rules/{rule}/parameters/{parameter}", {
    onSuccess: () => {
      void refresh("/api/parameters");
      setClearing(undefined);
    },
  });
  const q = place.one("q") ?? "";
  const setOnly = place.one("set") !== undefined;
  const shown = query.data && { items: matching(query.data.items, q, setOnly, status.data).flatMap(rowsOf) };
  const mine = ({ place: { kind } }: Schemas["ParameterSetting"]): boolean => seesAll || kind === "account";
  const actions = ({ parameter, setting, first }: Row) => {
    const changeable = setting !== undefined && mine(setting);
    const name = `${parameter.parameter} (${setting ? placeText(setting.place, status.data) : parameter.title})`;
    return (
      <SpaceBetween direction="horizontal" size="m">
        {changeable && (
          <Button variant="inline-link" ariaLabel={`${common.change} ${name}`} onClick={() => setEditing({ parameter, setting })}>
            {common.change}
          </Button>
        )}
        {changeable && (
          <Button variant="inline-link" ariaLabel={`${words.clear} ${name}`} onClick={() => setClearing(setting)}>
            {words.clear}
          </Button>
        )}
        {first && (
          <Button
            variant="inline-link"
            ariaLabel={`${setting ? words.setElsewhere : words.setHere} ${parameter.parameter} (${parameter.title})`}
            onClick={() => setEditing({ parameter, setting: undefined })}
          >
            {setting ? words.setElsewhere : words.setHere}
          </Button>
        )}
      </SpaceBetween>
    );
  };
  const nothing =
    q !== "" ? (
      <NoMatch onClear={() => place.set({ q: undefined, set: undefined })} />
    ) : (
      <Empty title={setOnly ? words.nothingSet : words.none} />
    );
  return (
    <SpaceBetween size="l">
      {query.data && <Pending pending={query.data.pending} judging={query.data.judging} />}
      {query.data && query.data.outdated.length > 0 && (
        <Outdated settings={query.data.outdated} onClear={admin ? setClearing : undefined} />
      )}
      <WholeTable<Row>
        name={words.title}
        about={words.about}
        query={{ ...query, data: shown }}
        rowKey={({ key }) => key}
        wrapLines
        filter={
          <FilterRow>
            <TextFilter label={words.filter} />
            <Toggle checked={setOnly} onChange={({ detail }) => place.set({ set: detail.checked ? "1" : undefined })}>
              {words.setOnly}
            </Toggle>
          </FilterRow>
        }
        columns={[
          {
            id: "rule",
            header: words.columns.parameter,
            width: 300,
            minWidth: 150,
            cell: ({ parameter: { rule, title, parameter, about }, first }) => (
              <div className="two-lines">
                {first && <Link href={place.to("/compliance", { rule })}>{title}</Link>}
                <span className="quiet" title={about}>
                  {parameter}
                </span>
              </div>
            ),
            isRowHeader: true,
          },
          {
            id: "value",
            header: words.columns.value,
            width: 150,
            cell: ({ parameter, setting }) => {
              const standard = <span className="quiet">{words.defaultOf(valueText(parameter.default))}</span>;
              return setting ? (
                <div>
                  <strong>{valueText(setting.value)}</strong> {standard}
                </div>
              ) : (
                standard
              );
            },
          },
          { id: "place", header: words.columns.place, width: 200, cell: ({ setting }) => setting && placeText(setting.place, status.data) },
          {
            id: "why",
            minWidth: 150,
            header: words.columns.why,
            cell: ({ setting }) =>
              setting && (
                <div>
                  {setting.reason}
                  <div className="quiet">
                    {setting.by} · <Moment at={setting.at} as="day" />
                  </div>
                </div>
              ),
          },
          ...(admin ? [{ id: "actions", header: words.columns.actions, width: 180, minWidth: 150, cell: actions }] : []),
        ]}
        empty={nothing}
      />
      <Frameworks />
      {editing && <ParameterDialog {...editing} onClose={() => setEditing(undefined)} />}
      {clearing && (
        <Confirm
          what={words.clearTitle}
          effect={words.clearEffect(clearing.parameter, placeText(clearing.place, status.data))}
          pending={clear.isPending}
          error={clear.error}
          onConfirm={() =>
            clear.mutate({
              params: {
                path: { rule: clearing.rule, parameter: clearing.parameter },
                query: { kind: clearing.place.kind, ...(clearing.place.name !== undefined && { place: clearing.place.name }) },
              },
            })
          }
          onClose={() => setClearing(undefined)}
        />
      )}
    </SpaceBetween>
  );
}
