import Link from "@cloudscape-design/components/link";
import Table from "@cloudscape-design/components/table";
import type { Schemas } from "../../api/client";
import { Empty } from "../../parts/Empty";
import { Moment } from "../../parts/Moment";
import { SeverityWord } from "../../parts/SeverityWord";
import { usePlace } from "../../url/place";
import { assets as words } from "../../words/explore";
import { findings } from "../../words/findings";
import { FindingState } from "../findings/FindingState";

/** What rules say of an asset. */
export function AssetFindings({ findings: items }: { readonly findings: readonly Schemas["Finding"][] }) {
  const place = usePlace();
  return (
    <Table<Schemas["Finding"]>
      contentDensity="compact"
      items={items}
      trackBy="id"
      columnDefinitions={[
        { id: "severity", header: findings.columns.severity, cell: ({ severity }) => <SeverityWord severity={severity} /> },
        {
          id: "finding",
          header: findings.columns.finding,
          cell: ({ id, title, state }) => (
            <Link href={place.to("/findings", { finding: id, state: state === "resolved" ? "resolved" : "all" })}>{title}</Link>
          ),
        },
        { id: "reason", header: findings.columns.reason, cell: ({ reason }) => reason },
        { id: "state", header: findings.columns.state, cell: (finding) => <FindingState finding={finding} /> },
        { id: "first", header: findings.columns.first, cell: ({ firstSeen }) => <Moment at={firstSeen} as="day" /> },
      ]}
      empty={<Empty title={words.noFindings} />}
    />
  );
}
