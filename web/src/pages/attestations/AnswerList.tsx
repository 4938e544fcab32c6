import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { useMay, useStatus } from "../../app/session";
import { Confirm } from "../../parts/Confirm";
import { Empty } from "../../parts/Empty";
import { Moment } from "../../parts/Moment";
import { ServerTable } from "../../parts/ServerTable";
import { usePlace } from "../../url/place";
import { attestations as words } from "../../words/attestations";
import { number } from "../../words/common";

type Attestation = Schemas["Attestation"];

const KINDS: Readonly<Record<Attestation["state"], StatusIndicatorProps.Type>> = {
  valid: "info",
  expiring: "warning",
  expired: "stopped",
  ended: "stopped",
};

/** Answers that people gave, and until when they count. */
export function AnswerList() {
  const place = usePlace();
  const may = useMay("auditor");
  const status = useStatus();
  const rule = place.many("rule");
  const [taking, setTaking] = useState<Attestation>();
  const query = api.useQuery(
    "get",
    "/api/attestations",
    { params: { query: { page: Number(place.one("page") ?? 1), ...(rule.length > 0 && { rule }) } } },
    { placeholderData: keepPreviousData },
  );
  const end = api.useMutation("delete", "/api/attestations/{attestation}", {
    onSuccess: () => {
      void refresh("/api/attestations", "/api/compliance", "/api/units");
      setTaking(undefined);
    },
  });
  const about = ({ accounts, units }: Attestation): string => {
    const names = accounts.map((id) => status.data?.accounts.find((account) => account.id === id)?.name ?? id);
    return [...names, ...(units.length > 0 ? [words.units(units.length)] : [])].join(", ");
  };
  return (
    <>
      <ServerTable<Attestation>
        name={words.tabs.given}
        query={query}
        rowKey={({ id }) => id}
        filters={["rule"]}
        header={
          <Header variant="h2" {...(query.data && { counter: `(${number(query.data.total)})` })}>
            {words.tabs.given}
          </Header>
        }
        empty={<Empty title={words.noneGivenTitle}>{words.noneGiven}</Empty>}
        columns={[
          {
            id: "rule",
            header: words.columns.rule,
            cell: ({ rule: id, note }) => (
              <div className="two-lines">
                <Link href={place.to("/compliance", { rule: id })}>{id}</Link>
                {note !== undefined && (
                  <span className="quiet cut" title={note}>
                    {note}
                  </span>
                )}
              </div>
            ),
          },
          {
            id: "about",
            header: words.columns.about,
            width: 200,
            cell: (attestation) => <span className="cut">{about(attestation)}</span>,
          },
          { id: "answer", header: words.columns.answer, width: 130, cell: ({ answer }) => words.answers[answer] },
          { id: "by", header: words.columns.by, width: 110, cell: ({ by }) => by },
          { id: "at", header: words.columns.at, width: 130, cell: ({ at }) => <Moment at={at} as="day" /> },
          { id: "expires", header: words.columns.expires, width: 130, cell: ({ expires }) => <Moment at={expires} as="day" /> },
          {
            id: "state",
            header: words.columns.state,
            width: 240,
            cell: (attestation) => (
              <span className="row">
                <StatusIndicator type={KINDS[attestation.state]}>{words.states[attestation.state]}</StatusIndicator>
                {may && (attestation.state === "valid" || attestation.state === "expiring") && (
                  <Button variant="inline-link" onClick={() => setTaking(attestation)}>
                    {words.takeBack}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {taking && (
        <Confirm
          what={words.takeBack}
          effect={words.takeBackEffect}
          pending={end.isPending}
          error={end.error}
          onConfirm={() => end.mutate({ params: { path: { attestation: taking.id } } })}
          onClose={() => setTaking(undefined)}
        />
      )}
    </>
  );
}
