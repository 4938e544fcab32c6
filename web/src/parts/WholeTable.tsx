import Header from "@cloudscape-design/components/header";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import type { ReactNode } from "react";
import { common } from "../words/common";
import { Failure } from "./Failure";

interface Properties<T> {
  readonly name: string;
  readonly about: string;
  /** The button that adds one. */
  readonly action?: ReactNode;
  readonly query: {
    readonly data?: { readonly items: readonly T[] } | undefined;
    readonly error: unknown;
    readonly refetch: () => Promise<unknown>;
  };
  readonly rowKey: (row: T) => string;
  readonly columns: readonly TableProps.ColumnDefinition<T>[];
  readonly wrapLines?: boolean;
  readonly filter?: ReactNode;
  readonly empty?: ReactNode;
}

/** A short list that comes whole: it neither sorts nor pages, and what filters it is the page's own. */
export function WholeTable<T>({ name, about, action, query, rowKey, columns, wrapLines = false, filter, empty }: Properties<T>) {
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Table<T>
      ariaLabels={{ tableLabel: name }}
      contentDensity="compact"
      wrapLines={wrapLines}
      items={query.data?.items ?? []}
      loading={!query.data}
      loadingText={common.loading}
      trackBy={rowKey}
      header={
        <Header variant="h2" description={about} actions={action}>
          {name}
        </Header>
      }
      columnDefinitions={columns}
      filter={filter}
      empty={empty}
    />
  );
}
