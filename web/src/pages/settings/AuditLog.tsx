import Header from "@cloudscape-design/components/header";
import Popover from "@cloudscape-design/components/popover";
import { keepPreviousData } from "@tanstack/react-query";
import { api, type Schemas } from "../../api/client";
import { Code } from "../../parts/Code";
import { Empty } from "../../parts/Empty";
import { FilterRow, TextFilter } from "../../parts/Filters";
import { Moment } from "../../parts/Moment";
import { ServerTable } from "../../parts/ServerTable";
import { usePlace } from "../../url/place";
import { number } from "../../words/common";
import { settings as words } from "../../words/settings";

/** Who did what. */
export function AuditLog() {
  const place = usePlace();
  const q = place.one("q");
  const query = api.useQuery(
    "get",
    "/api/audit-log",
    { params: { query: { page: Number(place.one("page") ?? 1), ...(q !== undefined && { q }) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <ServerTable<Schemas["AuditEntry"]>
      name={words.audit}
      query={query}
      rowKey={({ id }) => String(id)}
      filters={["q"]}
      filter={
        <FilterRow>
          <TextFilter label={words.auditFilter} />
        </FilterRow>
      }
      header={
        <Header variant="h2" description={words.auditAbout} {...(query.data && { counter: `(${number(query.data.total)})` })}>
          {words.audit}
        </Header>
      }
      empty={<Empty title={words.noAudit} />}
      columns={[
        { id: "at", header: words.auditColumns.at, width: 170, cell: ({ at }) => <Moment at={at} /> },
        { id: "actor", header: words.auditColumns.actor, width: 130, cell: ({ actor }) => actor },
        { id: "action", header: words.auditColumns.action, width: 200, cell: ({ action }) => action },
        {
          id: "subject",
          header: words.auditColumns.subject,
          cell: ({ subject }) => (
            <span className="cut" title={subject}>
              {subject}
            </span>
          ),
        },
        {
          id: "detail",
          header: words.auditColumns.detail,
          width: 120,
          cell: ({ detail }) =>
            detail && Object.keys(detail).length > 0 ? (
              <Popover
                header={words.auditColumns.detail}
                size="large"
                renderWithPortal
                triggerType="text"
                content={<Code text={JSON.stringify(detail, null, 2)} label={words.auditColumns.detail} />}
              >
                {words.showDetail}
              </Popover>
            ) : null,
        },
        { id: "address", header: words.auditColumns.address, width: 140, cell: ({ address }) => <span className="quiet">{address}</span> },
      ]}
    />
  );
}
