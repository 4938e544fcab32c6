import CollectionPreferences from "@cloudscape-design/components/collection-preferences";
import Pagination from "@cloudscape-design/components/pagination";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import type { ReactNode } from "react";
import { usePlace } from "../url/place";
import { common } from "../words/common";
import { NoMatch } from "./Empty";
import { Failure } from "./Failure";
import { fitColumns } from "./fitColumns";
import { isTexts, useKept } from "./kept";
import { useWidth } from "./useWidth";

/** A column; `sort` is the server's word for it where the server can sort by it. */
export interface Column<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (item: T) => ReactNode;
  readonly width?: number;
  readonly sort?: string;
  /** Whether it is shown only when somebody asks for it. */
  readonly optional?: boolean;
}

/** How wide the column of check boxes is; CSS pixels. */
const SELECTION = 54;

interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

interface Query<T> {
  readonly data: Page<T> | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

interface Properties<T> {
  /** What the table holds: its accessible name, and the name under which this browser keeps its columns. */
  readonly name: string;
  readonly query: Query<T>;
  readonly columns: readonly Column<T>[];
  readonly rowKey: (item: T) => string;
  readonly header?: ReactNode;
  readonly filter?: ReactNode;
  /** What it says when there is nothing at all. */
  readonly empty: ReactNode;
  /** The names in the address that narrow it; where one is set and nothing comes, the filters are the reason. */
  readonly filters?: readonly string[];
  readonly selection?: { readonly items: T[]; readonly set: (items: T[]) => void; readonly label: (item: T) => string };
  readonly variant?: TableProps.Variant;
}

/** A table of which the server holds the rest: it filters, sorts and pages there, and what is asked for stands in the address. */
export function ServerTable<T>({
  name,
  query,
  columns,
  rowKey,
  header,
  filter,
  empty,
  filters = [],
  selection,
  variant = "container",
}: Properties<T>) {
  const place = usePlace();
  const [visible, setVisible] = useKept(
    `columns.${name}`,
    columns.filter(({ optional }) => !optional).map(({ id }) => id),
    isTexts,
  );
  const { element, width } = useWidth<HTMLDivElement>();
  if (query.error && query.data === undefined) return <Failure error={query.error} onRetry={() => void query.refetch()} />;

  const definitions = fitColumns(columns, visible, width - (selection ? SELECTION : 0)).map(
    ({ id, header: title, cell, width, sort }): TableProps.ColumnDefinition<T> => ({
      id,
      header: title,
      cell,
      ...(width !== undefined && { width, minWidth: Math.min(width, 80) }),
      ...(sort !== undefined && { sortingField: sort }),
    }),
  );
  const sorted = place.one("sort");
  const sortingColumn = definitions.find(({ sortingField }) => sortingField !== undefined && sortingField === sorted?.replace(/^-/, ""));
  const narrowed = filters.some((filterName) => place.many(filterName).length > 0);
  const pages = query.data ? Math.max(1, Math.ceil(query.data.total / query.data.size)) : 1;
  return (
    <div ref={element}>
      <Table
        key={width === 0 ? "unmeasured" : "measured"}
        ariaLabels={{
          tableLabel: name,
          selectionGroupLabel: "Selection",
          allItemsSelectionLabel: () => "Select all on this page",
          itemSelectionLabel: (_data, item) => `Select ${selection?.label(item) ?? ""}`,
        }}
        variant={variant}
        contentDensity="compact"
        stickyHeader
        resizableColumns
        items={query.data?.items ?? []}
        trackBy={rowKey}
        loading={query.data === undefined}
        loadingText={common.loading}
        columnDefinitions={definitions}
        columnDisplay={columns.map(({ id }) => ({ id, visible: visible.includes(id) }))}
        sortingDisabled={!columns.some(({ sort }) => sort !== undefined)}
        {...(sortingColumn && { sortingColumn })}
        sortingDescending={sorted?.startsWith("-") ?? false}
        onSortingChange={({ detail }) => place.set({ sort: `${detail.isDescending ? "-" : ""}${detail.sortingColumn.sortingField ?? ""}` })}
        {...(selection && {
          selectionType: "multi",
          selectedItems: selection.items,
          onSelectionChange: ({ detail }: { detail: TableProps.SelectionChangeDetail<T> }) => selection.set(detail.selectedItems),
        })}
        header={header}
        filter={filter}
        empty={
          narrowed ? <NoMatch onClear={() => place.set(Object.fromEntries(filters.map((filterName) => [filterName, undefined])))} /> : empty
        }
        {...(pages > 1 && {
          pagination: (
            <Pagination
              currentPageIndex={query.data?.page ?? 1}
              pagesCount={pages}
              onChange={({ detail }) => place.set({ page: String(detail.currentPageIndex) })}
            />
          ),
        })}
        {...(columns.some(({ optional }) => optional) && {
          preferences: (
            <CollectionPreferences
              title={common.columns}
              confirmLabel={common.apply}
              cancelLabel={common.cancel}
              preferences={{ visibleContent: visible }}
              visibleContentPreference={{
                title: common.columns,
                options: [{ label: name, options: columns.map(({ id, header: label }) => ({ id, label })) }],
              }}
              onConfirm={({ detail }) => setVisible([...(detail.visibleContent ?? visible)])}
            />
          ),
        })}
      />
    </div>
  );
}
