import Container from "@cloudscape-design/components/container";
import Link from "@cloudscape-design/components/link";
import { api, type Schemas } from "../../api/client";
import { Empty } from "../../parts/Empty";
import { Loaded } from "../../parts/Loaded";
import { Moment } from "../../parts/Moment";
import { usePlace } from "../../url/place";
import { assets as words } from "../../words/explore";

type Entry = Schemas["TimelineEntry"];

const lanes = ["configuration", "compliance"] as const;

function Happened({ entry }: { readonly entry: Entry }) {
  const place = usePlace();
  return (
    <div className={`lane-entry lane-${entry.lane}`}>
      {entry.finding === undefined ? (
        <strong>{entry.title}</strong>
      ) : (
        <Link href={place.to("/findings", { finding: entry.finding, state: "all" })}>{entry.title}</Link>
      )}
      {entry.changes?.map(({ field, was, is }) => (
        <div key={field} className="change">
          <span className="json-name">{field}</span> <del>{was ?? words.nothing}</del> <ins>{is ?? words.nothing}</ins>
        </div>
      ))}
    </div>
  );
}

/** How an asset and its findings changed, side by side, newest first. */
export function Timeline({ arn }: { readonly arn: string }) {
  const query = api.useQuery("get", "/api/assets/timeline", { params: { query: { arn } } });
  return (
    <Loaded query={query} height="240px">
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={words.timelineEmpty} />
        ) : (
          <Container>
            <table className="timeline">
              <thead>
                <tr>
                  <td />
                  {lanes.map((lane) => (
                    <th key={lane} scope="col">
                      {words.lanes[lane]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map((entry) => (
                  <tr key={`${entry.at} ${entry.lane} ${entry.title}`}>
                    <th scope="row">
                      <Moment at={entry.at} />
                    </th>
                    {lanes.map((lane) => (
                      <td key={lane}>{entry.lane === lane && <Happened entry={entry} />}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Container>
        )
      }
    </Loaded>
  );
}
