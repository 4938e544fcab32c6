import Container from "@cloudscape-design/components/container";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client";
import { Empty, NoMatch } from "../../parts/Empty";
import { Failure } from "../../parts/Failure";
import { Loaded } from "../../parts/Loaded";
import { StatusIcon, StatusWord } from "../../parts/StatusWord";
import { usePlace } from "../../url/place";
import { statusWords } from "../../words/common";
import { accounts as words } from "../../words/explore";
import { useMatrix } from "./useMatrix";

/** Accounts shown at once: with them a framework of fifty controls is one answer. */
export const MATRIX_ACCOUNTS = 10;

const statuses: readonly Schemas["Status"][] = ["PASS", "FAIL", "UNKNOWN", "MANUAL", "NOT_APPLICABLE"];

interface Properties {
  readonly framework: string;
  readonly query: { readonly data: Schemas["AccountPage"] | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly header: ReactNode;
  readonly filter: ReactNode;
  readonly narrowed: boolean;
}

/** Every account by every control of a framework; a cell leads to the units behind it. */
export function AccountMatrix({ framework, query, header, filter, narrowed }: Properties) {
  const place = usePlace();
  const accounts = query.data?.items ?? [];
  const results = useMatrix(
    framework,
    accounts.map(({ id }) => id),
  );
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const pages = query.data ? Math.ceil(query.data.total / query.data.size) : 1;
  const empty = narrowed ? <NoMatch onClear={() => place.set({ q: undefined })} /> : <Empty title={words.emptyTitle}>{words.empty}</Empty>;
  return (
    <Container header={header}>
      <SpaceBetween size="s">
        {filter}
        <div className="row quiet">
          {statuses.map((status) => (
            <StatusWord key={status} status={status} />
          ))}
        </div>
        {query.data?.total === 0 ? (
          empty
        ) : (
          <Loaded query={results} height="360px">
            {({ columns, at }) => (
              <div className="matrix" tabIndex={0} role="region" aria-label={words.matrix}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{words.columns.account}</th>
                      {columns.map(({ control, rule, title }) => (
                        <th key={control} scope="col" title={title}>
                          <a href={place.to("/compliance", { rule })} aria-label={`${control} ${title}`}>
                            {control}
                          </a>
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {accounts.map(({ id, name }) => (
                      <tr key={id}>
                        <th scope="row">
                          <a href={place.with({ open: id, page: place.one("page") })}>
                            {name} <span className="quiet">({id})</span>
                          </a>
                        </th>
                        {columns.map(({ control, rule, title }) => {
                          const result = at(id, control);
                          if (!result) return <td key={control} />;
                          const label = words.matrixCell(name, `${control} ${title}`, statusWords[result.status]);
                          return (
                            <td key={control}>
                              <a
                                href={place.to("/compliance", { rule, tab: "affected", units: result.status, in: id })}
                                aria-label={label}
                                title={label}
                              >
                                <StatusIcon status={result.status} />
                              </a>
                            </td>
                          );
                        })}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </Loaded>
        )}
        {pages > 1 && (
          <Pagination
            currentPageIndex={query.data?.page ?? 1}
            pagesCount={pages}
            onChange={({ detail }) => place.set({ page: String(detail.currentPageIndex) })}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}
