import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { download } from "../../parts/download";
import { Empty } from "../../parts/Empty";
import { query as words } from "../../words/query";
import { cellText, toCsv } from "./csv";

const SIZE = 50;

/** The rows that a query gave. */
export function Answer({ answer }: { readonly answer: Schemas["QueryAnswer"] }) {
  const [page, setPage] = useState(1);
  const { columns, rows, cut, notes, milliseconds } = answer;
  const pages = Math.max(1, Math.ceil(rows.length / SIZE));
  const shown = Math.min(page, pages);
  return (
    <SpaceBetween size="s">
      {(cut || notes.length > 0) && (
        <Alert type="info" statusIconAriaLabel="Note">
          {[...(cut ? [words.cut(rows.length)] : []), ...notes].join(" ")}
        </Alert>
      )}
      <Table<readonly unknown[]>
        contentDensity="compact"
        stickyHeader
        resizableColumns
        items={rows.slice((shown - 1) * SIZE, shown * SIZE)}
        columnDefinitions={columns.map((name, index) => ({
          // Two columns of a result may have one name.
          id: `${index} ${name}`,
          header: name,
          minWidth: 90,
          cell: (row) => {
            const value = row[index];
            return value === null || value === undefined ? (
              <span className="quiet">{words.nothing}</span>
            ) : (
              <span title={cellText(value)}>{cellText(value)}</span>
            );
          },
        }))}
        header={
          <Header
            variant="h2"
            description={words.answer(rows.length, milliseconds)}
            actions={
              <Button
                iconName="download"
                disabled={rows.length === 0}
                onClick={() => download("query.csv", new Blob([toCsv(columns, rows)], { type: "text/csv" }))}
              >
                {words.download}
              </Button>
            }
          >
            {words.results}
          </Header>
        }
        {...(pages > 1 && {
          pagination: (
            <Pagination currentPageIndex={shown} pagesCount={pages} onChange={({ detail }) => setPage(detail.currentPageIndex)} />
          ),
        })}
        empty={<Empty title={words.noRows} />}
      />
    </SpaceBetween>
  );
}
