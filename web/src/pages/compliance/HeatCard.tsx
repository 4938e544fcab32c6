import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import type { CSSProperties } from "react";
import type { Schemas } from "../../api/client";
import { usePlace } from "../../url/place";
import { percent, statusWords } from "../../words/common";
import { compliance as words } from "../../words/compliance";

type Heatmap = Schemas["Heatmap"];
type Cell = Heatmap["rows"][number]["cells"][number];

/** How much of a cell may be coloured at most, so that the number on it stays readable; per cent. */
const DEEPEST = 62;

function CellContent({ cell }: { readonly cell: Cell }) {
  if (cell.checked === 0) return <>{cell.unknown > 0 ? statusWords.UNKNOWN : "–"}</>;
  return (
    <>
      {percent(cell.failed / cell.checked)}
      {cell.unknown > 0 && <sup aria-hidden="true">?</sup>}
    </>
  );
}

function heat({ failed, checked }: Cell): CSSProperties {
  const depth: Record<`--${string}`, string> = { "--depth": `${checked === 0 ? 0 : Math.round((failed / checked) * DEEPEST)}%` };
  return depth;
}

function failedShare(cells: readonly Cell[]): number {
  const checked = cells.reduce((sum, cell) => sum + cell.checked, 0);
  return checked === 0 ? 0 : cells.reduce((sum, cell) => sum + cell.failed, 0) / checked;
}

/** Failed share by account and section in one hue, worst first; a cell narrows the page to its account and section. */
export function HeatCard({ heatmap }: { readonly heatmap: Heatmap }) {
  const place = usePlace();
  const rows = heatmap.rows.toSorted((one, other) => failedShare(other.cells) - failedShare(one.cells));
  return (
    <Container
      fitHeight
      header={
        <Header variant="h3">
          {words.heat} <span className="aside">{words.heatHelp}</span>
        </Header>
      }
    >
      <div className="heat" tabIndex={0} role="region" aria-label={words.heat}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.columns.account}</th>
              {heatmap.sections.map(({ id, title }) => (
                <th key={id} scope="col" title={title}>
                  <span className="cut">{title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ account, cells }) => (
              <tr key={account.id}>
                <th scope="row" title={`${account.name} (${account.id})`}>
                  <a href={place.with({ account: account.id })}>{account.name}</a>
                </th>
                {heatmap.sections.map(({ id, title }, index) => {
                  const cell = cells[index];
                  if (!cell) return <td key={id} />;
                  return (
                    <td key={id}>
                      <a
                        className={cell.checked === 0 ? "heat-cell heat-none" : "heat-cell"}
                        style={heat(cell)}
                        href={place.with({ account: account.id, section: id })}
                        aria-label={words.heatCell(account.name, title, cell.failed, cell.checked, cell.unknown)}
                        title={words.heatCell(account.name, title, cell.failed, cell.checked, cell.unknown)}
                      >
                        <CellContent cell={cell} />
                      </a>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Container>
  );
}
