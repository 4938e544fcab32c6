import Link from "@cloudscape-design/components/link";
import Pagination from "@cloudscape-design/components/pagination";
import Table from "@cloudscape-design/components/table";
import { type ReactNode, useMemo, useState } from "react";
import type { Schemas } from "../../api/client";
import { Empty, NoMatch } from "../../parts/Empty";
import { Failure } from "../../parts/Failure";
import { fitColumns } from "../../parts/fitColumns";
import { useWidth } from "../../parts/useWidth";
import { usePlace } from "../../url/place";
import { common } from "../../words/common";
import { accounts as words } from "../../words/explore";
import { accountColumns } from "./columns";
import { type Node, organization, units } from "./tree";

interface Properties {
  readonly query: { readonly data: Schemas["AccountPage"] | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly header: ReactNode;
  readonly filter: ReactNode;
  readonly narrowed: boolean;
}

/** Units and the accounts in them; all open at first. */
export function AccountTree({ query, header, filter, narrowed }: Properties) {
  const place = usePlace();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { element, width } = useWidth<HTMLDivElement>();
  const tree = useMemo(() => organization(query.data?.items ?? []), [query.data]);
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const pages = query.data ? Math.ceil(query.data.total / query.data.size) : 1;
  const own = accountColumns(place);
  const columns = [
    {
      id: "account",
      header: words.columns.account,
      cell: (node: Node): ReactNode =>
        node.kind === "ou" ? (
          <span>
            <strong>{node.name}</strong> <span className="quiet">{words.inUnit(node.accounts)}</span>
          </span>
        ) : (
          <Link href={place.with({ open: node.account.id, page: place.one("page") })}>
            {node.account.name} ({node.account.id})
          </Link>
        ),
      isRowHeader: true,
    },
    ...own.map(({ id, header: title, cell, width: wide }) => ({
      id,
      header: title,
      ...(wide !== undefined && { width: wide }),
      cell: (node: Node): ReactNode => (node.kind === "account" ? cell(node.account) : null),
    })),
  ];
  return (
    <div ref={element}>
      <Table<Node>
        key={width === 0 ? "unmeasured" : "measured"}
        ariaLabels={{
          tableLabel: words.title,
          expandButtonLabel: () => "Show what is in it",
          collapseButtonLabel: () => "Hide what is in it",
        }}
        contentDensity="compact"
        stickyHeader
        resizableColumns
        items={tree}
        trackBy="key"
        loading={!query.data}
        loadingText={common.loading}
        columnDefinitions={fitColumns(
          columns,
          columns.map(({ id }) => id),
          width,
        )}
        expandableRows={{
          getItemChildren: (node) => (node.kind === "ou" ? node.children : []),
          isItemExpandable: ({ kind }) => kind === "ou",
          expandedItems: units(tree).filter(({ key }) => !closed.has(key)),
          onExpandableItemToggle: ({ detail }) => {
            const next = new Set(closed);
            if (detail.expanded) next.delete(detail.item.key);
            else next.add(detail.item.key);
            setClosed(next);
          },
        }}
        header={header}
        filter={filter}
        {...(pages > 1 && {
          pagination: (
            <Pagination
              currentPageIndex={query.data?.page ?? 1}
              pagesCount={pages}
              onChange={({ detail }) => place.set({ page: String(detail.currentPageIndex) })}
            />
          ),
        })}
        empty={narrowed ? <NoMatch onClear={() => place.set({ q: undefined })} /> : <Empty title={words.emptyTitle}>{words.empty}</Empty>}
      />
    </div>
  );
}
