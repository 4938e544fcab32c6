import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import { useMay } from "../../app/session";
import { usePlace, useScope } from "../../url/place";
import { format } from "../../url/search";
import { reports as words } from "../../words/reports";

type Format = keyof typeof words.formats;

/** What people read comes first, what programs read after. */
const formats: readonly Format[] = ["offline", "html", "pdf", "xlsx", "evidence", "csv", "json", "ocsf", "asff", "sarif", "junit"];

interface Properties {
  readonly framework: string;
  readonly assessment: string;
  readonly asOf: string | undefined;
  /** Somebody asked for a file. */
  readonly onTaken: () => void;
}

/** Every form in which an assessment can be had, and what each is for. */
export function FormatTable({ framework, assessment, asOf, onTaken }: Properties) {
  const place = usePlace();
  const { account = [], ou = [] } = useScope();
  const audits = useMay("auditor");
  const address = (id: Exclude<Format, "pdf">): string => {
    const about = { framework: [framework], account, ou };
    switch (id) {
      case "offline":
        return `/api/reports/offline${format({ ...about, asOf: asOf === undefined ? [] : [asOf] })}`;
      case "evidence":
        return `/api/evidence${format({ ...about, assessment: [assessment] })}`;
      default:
        return `/api/export${format({ format: [id], ...about, assessment: [assessment] })}`;
    }
  };
  return (
    <Table<Format>
      ariaLabels={{ tableLabel: words.make }}
      contentDensity="compact"
      wrapLines
      items={formats.filter((id) => audits || id !== "evidence")}
      trackBy={(id) => id}
      header={
        <Header variant="h2" description={words.makeAbout}>
          {words.make}
        </Header>
      }
      columnDefinitions={[
        { id: "format", header: words.columns.format, cell: (id) => words.formats[id], isRowHeader: true, width: 200 },
        { id: "use", header: words.columns.use, cell: (id) => words.uses[id] },
        {
          id: "get",
          header: words.columns.get,
          width: 170,
          cell: (id) =>
            id === "pdf" ? (
              <Button variant="inline-link" href={place.to("/compliance", { framework, asOf })}>
                {words.open}
              </Button>
            ) : (
              <Button
                variant="inline-link"
                iconName="download"
                href={address(id)}
                download
                ariaLabel={words.getOf(words.formats[id])}
                onClick={onTaken}
              >
                {words.get}
              </Button>
            ),
        },
      ]}
    />
  );
}
