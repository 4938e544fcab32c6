import Link from "@cloudscape-design/components/link";
import { api, type Schemas } from "../../api/client";
import { WholeTable } from "../../parts/WholeTable";
import { usePlace } from "../../url/place";
import { number } from "../../words/common";
import { parameters as words } from "../../words/parameters";

/** The frameworks that scans are judged by. */
export function Frameworks() {
  const place = usePlace();
  const query = api.useQuery("get", "/api/frameworks", undefined, { staleTime: 600_000 });
  const { frameworkColumns: heads } = words;
  return (
    <WholeTable<Schemas["Framework"]>
      name={words.frameworks}
      about={words.frameworksAbout}
      query={query}
      rowKey={({ id }) => id}
      wrapLines
      columns={[
        {
          id: "title",
          header: heads.title,
          cell: ({ id, title }) => <Link href={place.to("/compliance", { framework: id })}>{title}</Link>,
          isRowHeader: true,
        },
        { id: "id", header: heads.id, cell: ({ id }) => id },
        { id: "sections", header: heads.sections, cell: ({ sections }) => sections.map(({ title }) => title).join(", ") },
        { id: "controls", header: heads.controls, cell: ({ controls }) => number(controls) },
        { id: "rules", header: heads.rules, cell: ({ rules }) => number(rules) },
      ]}
    />
  );
}
