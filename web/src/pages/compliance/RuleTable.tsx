import Button from "@cloudscape-design/components/button";
import CollectionPreferences from "@cloudscape-design/components/collection-preferences";
import Link from "@cloudscape-design/components/link";
import Table from "@cloudscape-design/components/table";
import { type ReactNode, useMemo, useState } from "react";
import type { Schemas } from "../../api/client";
import { Empty, NoMatch } from "../../parts/Empty";
import { fitColumns } from "../../parts/fitColumns";
import { isTexts, useKept } from "../../parts/kept";
import { Moment } from "../../parts/Moment";
import { useWidth } from "../../parts/useWidth";
import { usePlace, useScope } from "../../url/place";
import { common } from "../../words/common";
import { compliance as words } from "../../words/compliance";
import { ruleColumns, usualColumns } from "./columns";
import { readOrder, type Row, tree } from "./rows";
import { useAccounts } from "./useAccounts";

interface Properties {
  readonly compliance: Schemas["Compliance"];
  readonly asOf: string | undefined;
  readonly header: ReactNode;
  readonly filter: ReactNode;
}

/** What was checked and when, where failed only finds nothing because nothing failed. */
function NothingFailed({ compliance }: { readonly compliance: Schemas["Compliance"] }) {
  const { controls, assessment, sections } = compliance;
  const checks = sections.reduce((sum, { counts }) => sum + counts.checked, 0);
  const unknown = sections.reduce((sum, { counts }) => sum + counts.unknown, 0);
  return (
    <Empty title={words.nothingFailedTitle}>
      {words.nothingFailed(controls.length, assessment?.entered ?? 0, checks)} {assessment && <Moment at={assessment.now} />}
      {unknown > 0 && <> {words.nothingFailedUnknown(unknown)}</>}
    </Empty>
  );
}

/** Sections, their rules and the accounts under each rule. */
export function RuleTable({ compliance, asOf, header, filter }: Properties) {
  const place = usePlace();
  const scope = useScope();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<readonly string[]>([]);
  const [visible, setVisible] = useKept("columns.rules", usualColumns, isTexts);
  const failedOnly = place.one("failed") === "1";
  const text = place.one("q") ?? "";
  const section = place.one("section");
  const order = readOrder(place.one("sort"));
  const sections = useMemo(
    () => tree(compliance, { text, failedOnly, section }, order),
    [compliance, text, failedOnly, section, order?.by, order?.descending],
  );
  const { element, width } = useWidth<HTMLDivElement>();
  const columns = useMemo(() => fitColumns(ruleColumns(place), visible, width), [place, visible, width]);

  const rules = sections.flatMap((each) => each.rules);
  const opened = rules.filter(({ key }) => open.includes(key));
  const accounts = useAccounts(
    { framework: compliance.framework, ...scope, ...(asOf !== undefined && { asOf }) },
    opened.map(({ control }) => control.control),
  );
  const sortingColumn = columns.find(({ sortingField }) => sortingField !== undefined && sortingField === order?.by);

  const toggle = (row: Row, expanded: boolean): void => {
    if (row.kind === "section") {
      const next = new Set(closed);
      if (expanded) next.delete(row.key);
      else next.add(row.key);
      setClosed(next);
    } else setOpen(expanded ? [...open, row.key] : open.filter((key) => key !== row.key));
  };
  const below = (row: Row): readonly Row[] => {
    if (row.kind === "section") return row.rules;
    if (row.kind === "account") return [];
    const found = accounts(row.control.control);
    return found.state === "loaded" ? found.rows : [];
  };
  const nothingFailed = failedOnly && text === "" && section === undefined;
  return (
    <div ref={element}>
      <Table<Row>
        key={width === 0 ? "unmeasured" : "measured"}
        ariaLabels={{
          tableLabel: words.rules,
          expandButtonLabel: () => "Show what is below",
          collapseButtonLabel: () => "Hide what is below",
        }}
        contentDensity="compact"
        stickyHeader
        resizableColumns
        items={sections}
        trackBy="key"
        columnDefinitions={columns}
        columnDisplay={columns.map(({ id }) => ({ id, visible: visible.includes(id) }))}
        expandableRows={{
          getItemChildren: (row) => [...below(row)],
          isItemExpandable: ({ kind }) => kind !== "account",
          expandedItems: [...sections.filter(({ key }) => !closed.has(key)), ...opened],
          onExpandableItemToggle: ({ detail }) => toggle(detail.item, detail.expanded),
        }}
        getLoadingStatus={(row) => {
          if (row?.kind !== "rule") return "finished";
          const found = accounts(row.control.control);
          if (found.state === "loading") return "loading";
          if (found.state === "failed") return "error";
          return found.total > found.rows.length ? "pending" : "finished";
        }}
        renderLoaderLoading={() => words.loadingAccounts}
        renderLoaderPending={({ item }) => {
          const found = item?.kind === "rule" ? accounts(item.control.control) : undefined;
          if (item?.kind !== "rule" || found?.state !== "loaded") return null;
          return <Link href={place.with({ view: "results", of: item.control.control })}>{words.allAccounts(found.total)}</Link>;
        }}
        renderLoaderError={({ item }) => {
          const found = item?.kind === "rule" ? accounts(item.control.control) : undefined;
          return (
            <Button variant="inline-link" onClick={() => found?.state === "failed" && found.retry()}>
              {common.retry}
            </Button>
          );
        }}
        {...(sortingColumn && { sortingColumn })}
        sortingDescending={order?.descending ?? false}
        onSortingChange={({ detail }) => place.set({ sort: `${detail.isDescending ? "-" : ""}${detail.sortingColumn.sortingField ?? ""}` })}
        header={header}
        filter={filter}
        empty={
          nothingFailed ? (
            <NothingFailed compliance={compliance} />
          ) : (
            <NoMatch onClear={() => place.set({ q: undefined, failed: undefined, section: undefined })} />
          )
        }
        preferences={
          <CollectionPreferences
            title={common.columns}
            confirmLabel={common.apply}
            cancelLabel={common.cancel}
            preferences={{ visibleContent: visible }}
            visibleContentPreference={{
              title: common.columns,
              options: [{ label: words.rules, options: columns.map(({ id, title }) => ({ id, label: title, editable: id !== "rule" })) }],
            }}
            onConfirm={({ detail }) => setVisible([...(detail.visibleContent ?? visible)])}
          />
        }
      />
    </div>
  );
}
