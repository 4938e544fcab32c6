import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import Header from "@cloudscape-design/components/header";
import { keepPreviousData } from "@tanstack/react-query";
import { api, type Schemas } from "../../api/client";
import { useStatus } from "../../app/session";
import { Empty } from "../../parts/Empty";
import { FilterRow, TextFilter } from "../../parts/Filters";
import { Moment } from "../../parts/Moment";
import { ServerTable } from "../../parts/ServerTable";
import { usePlace } from "../../url/place";
import { common, number } from "../../words/common";
import { reports as words } from "../../words/reports";

type Report = Schemas["Report"];

/** A file is listed once it was sent to its end, which no page is told: so long after a click we look every now and then; milliseconds. */
const PATIENCE = 60_000;
const PAUSE = 2_000;

const names: Readonly<Record<string, string>> = words.formats;

/** A hash to compare with what `sha256sum` says, short on the page and whole on hover and in the clipboard. */
function Hash({ sha256 }: { readonly sha256: string }) {
  return (
    <span className="arn" title={sha256}>
      <CopyToClipboard
        variant="icon"
        textToCopy={sha256}
        copyButtonAriaLabel={`${common.copy} ${sha256}`}
        copySuccessText={common.copied}
        copyErrorText="The browser did not allow it"
      />
      <span className="hash">{sha256.slice(0, 16)}…</span>
    </span>
  );
}

/** Every report that was made, newest first; `asked` is when somebody last asked for one. */
export function ReportHistory({ asked }: { readonly asked: number }) {
  const place = usePlace();
  const status = useStatus();
  const q = place.one("q");
  const query = api.useQuery(
    "get",
    "/api/reports",
    { params: { query: { page: Number(place.one("page") ?? 1), ...(q !== undefined && { q }) } } },
    { placeholderData: keepPreviousData, refetchInterval: () => Date.now() < asked + PATIENCE && PAUSE },
  );
  const nameOf = (id: string): string => status.data?.accounts.find((account) => account.id === id)?.name ?? id;
  return (
    <ServerTable<Report>
      name={words.history}
      query={query}
      rowKey={({ id }) => id}
      filters={["q"]}
      filter={
        <FilterRow>
          <TextFilter label={words.filter} />
        </FilterRow>
      }
      header={
        <Header variant="h2" description={words.historyAbout} {...(query.data && { counter: `(${number(query.data.total)})` })}>
          {words.history}
        </Header>
      }
      empty={<Empty title={words.emptyTitle}>{words.empty}</Empty>}
      columns={[
        { id: "format", header: words.made.format, cell: ({ format }) => names[format] ?? format },
        { id: "at", header: words.made.at, width: 170, cell: ({ madeAt }) => <Moment at={madeAt} /> },
        { id: "by", header: words.made.by, width: 120, cell: ({ madeBy }) => madeBy },
        {
          id: "assessment",
          header: words.made.assessment,
          width: 170,
          cell: ({ assessment, moment }) => (
            <span title={assessment}>
              <Moment at={moment} />
            </span>
          ),
        },
        {
          id: "accounts",
          header: words.made.accounts,
          width: 100,
          cell: ({ accounts }) => <span title={accounts.map(nameOf).join(", ")}>{number(accounts.length)}</span>,
        },
        { id: "size", header: words.made.size, width: 100, cell: ({ bytes }) => <span className="number">{words.size(bytes)}</span> },
        { id: "sha256", header: words.made.sha256, width: 210, cell: ({ sha256 }) => <Hash sha256={sha256} /> },
        { id: "framework", header: words.made.framework, width: 120, optional: true, cell: ({ framework }) => framework },
        { id: "file", header: words.made.file, width: 320, optional: true, cell: ({ file }) => file },
      ]}
    />
  );
}
