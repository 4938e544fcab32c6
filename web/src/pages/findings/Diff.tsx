import { findings } from "../../words/findings";
import { diffRows } from "./diff";

const { repair: words } = findings;

interface Properties {
  readonly before: unknown;
  readonly after: unknown;
}

/** A piece of configuration before and after; what changes is marked by a sign and not by colour alone. */
export function Diff({ before, after }: Properties) {
  return (
    <div className="diff" role="region" aria-label={words.change} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {before === undefined && after === undefined ? null : (
            <>
              {diffRows(before, after).map(({ before: left, after: right, changed }, index) => (
                <tr key={index} className={changed ? "changed" : undefined}>
                  <td>{left === undefined ? "" : `${changed ? "− " : "  "}${left}`}</td>
                  <td>{right === undefined ? "" : `${changed ? "+ " : "  "}${right}`}</td>
                </tr>
              ))}
            </>
          )}
        </tbody>
      </table>
      {before === undefined && <div className="quiet">{words.nothingBefore}</div>}
      {after === undefined && <div className="quiet">{words.nothingAfter}</div>}
    </div>
  );
}
