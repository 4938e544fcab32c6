import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import Table from "@cloudscape-design/components/table";
import { api, type Schemas } from "../../api/client";
import { useMay, useStatus } from "../../app/session";
import { Empty } from "../../parts/Empty";
import { Failure } from "../../parts/Failure";
import { Moment } from "../../parts/Moment";
import { usePlace } from "../../url/place";
import { common } from "../../words/common";
import { compliance as words } from "../../words/compliance";
import { exceptions } from "../../words/exceptions";
import { ExceptionState } from "../exceptions/ExceptionState";
import { scopeText } from "../exceptions/scopeText";

/** The exceptions that name a rule. */
export default function ExceptionsTab({ rule }: { readonly rule: string }) {
  const place = usePlace();
  const may = useMay("engineer");
  const status = useStatus();
  const query = api.useQuery("get", "/api/exceptions", { params: { query: { rule: [rule], size: 100 } } });
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const propose = may && <Button href={place.to("/exceptions/new", { rule })}>{words.propose}</Button>;
  return (
    <Table<Schemas["Exception"]>
      variant="embedded"
      contentDensity="compact"
      items={query.data?.items ?? []}
      loading={!query.data}
      loadingText={common.loading}
      filter={(query.data?.total ?? 0) > 0 && propose}
      columnDefinitions={[
        { id: "state", header: exceptions.columns.state, cell: ({ state }) => <ExceptionState state={state} /> },
        {
          id: "reason",
          header: exceptions.columns.reason,
          cell: ({ id, reason, state }) => <Link href={place.to("/exceptions", { exception: id, state })}>{reason}</Link>,
        },
        { id: "scope", header: exceptions.columns.scope, cell: ({ scope }) => scopeText(scope, status.data) },
        { id: "owner", header: exceptions.columns.owner, cell: ({ owner }) => owner },
        { id: "expires", header: exceptions.columns.expires, cell: ({ expires }) => <Moment at={expires} as="day" /> },
        { id: "covers", header: exceptions.columns.covers, cell: ({ covers }) => exceptions.hides(covers) },
      ]}
      empty={<Empty title={words.noExceptions} action={propose} />}
    />
  );
}
