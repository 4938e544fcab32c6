import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useCallback, useState } from "react";
import { api, type Schemas } from "../../api/client";
import { PagePanel } from "../../app/panel";
import { useMay, useSession, useStatus } from "../../app/session";
import { Loaded } from "../../parts/Loaded";
import { Moment } from "../../parts/Moment";
import { usePlace } from "../../url/place";
import { exceptions as words } from "../../words/exceptions";
import { DecisionDialog } from "./DecisionDialog";
import { ExceptionState } from "./ExceptionState";
import { scopeText } from "./scopeText";

type Decision = Schemas["ExceptionDecision"]["decision"];

/** What may be decided about it now. Who asked does not decide; anybody who may decide can end one that is in force. */
function Decisions({ exception }: { readonly exception: Schemas["Exception"] }) {
  const { name } = useSession();
  const may = useMay("engineer");
  const [decision, setDecision] = useState<Decision>();
  if (!may) return null;
  const own = exception.proposedBy === name;
  const proposed = exception.state === "proposed";
  const inForce = exception.state === "active" || exception.state === "expiring";
  return (
    <div className="row">
      {proposed && own && <Box color="text-body-secondary">{words.ownProposal}</Box>}
      {proposed && !own && (
        <Button variant="primary" onClick={() => setDecision("approve")}>
          {words.approve}
        </Button>
      )}
      {proposed && <Button onClick={() => setDecision("reject")}>{words.reject}</Button>}
      {inForce && <Button onClick={() => setDecision("end")}>{words.end}</Button>}
      {decision && <DecisionDialog exception={exception} decision={decision} onClose={() => setDecision(undefined)} />}
    </div>
  );
}

/** One exception in the panel below the list. */
export function ExceptionPanel({ id }: { readonly id: string }) {
  const place = usePlace();
  const status = useStatus();
  const query = api.useQuery("get", "/api/exceptions/{exception}", { params: { path: { exception: id } } });
  const close = useCallback(() => place.set({ exception: undefined, page: place.one("page") }), [place]);
  return (
    <PagePanel title={query.data?.reason ?? words.title} close={close}>
      <Loaded query={query} height="200px">
        {(exception) => (
          <SpaceBetween size="m">
            <Decisions exception={exception} />
            <KeyValuePairs
              columns={4}
              items={[
                { label: words.columns.state, value: <ExceptionState state={exception.state} /> },
                {
                  label: words.columns.covers,
                  value: (
                    <Link href={place.to("/findings", { state: "covered", rule: exception.rules })}>{words.hides(exception.covers)}</Link>
                  ),
                },
                { label: words.columns.expires, value: <Moment at={exception.expires} /> },
                { label: words.columns.owner, value: exception.owner },
                {
                  label: words.columns.rules,
                  value: exception.rules.map((rule) => (
                    <div key={rule}>
                      <Link href={place.to("/compliance", { rule, tab: "exceptions" })}>{rule}</Link>
                    </div>
                  )),
                },
                { label: words.columns.scope, value: scopeText(exception.scope, status.data) },
                {
                  label: words.proposedBy,
                  value: (
                    <>
                      {exception.proposedBy}, <Moment at={exception.proposedAt} />
                    </>
                  ),
                },
                ...(exception.decidedBy === undefined || exception.decidedAt === undefined
                  ? []
                  : [
                      {
                        label: words.decidedBy,
                        value: (
                          <>
                            {exception.decidedBy}, <Moment at={exception.decidedAt} />
                          </>
                        ),
                      },
                    ]),
              ]}
            />
            {exception.history.length > 0 && (
              <div>
                <Box variant="h4">{words.history}</Box>
                <ol className="events">
                  {exception.history.map(({ id: entry, at, actor, action, detail }) => (
                    <li key={entry}>
                      <Moment at={at} />
                      <span>
                        <strong>{action}</strong> <span className="quiet">{actor}</span>
                        {typeof detail?.["note"] === "string" && <div className="wrap">{detail["note"]}</div>}
                      </span>
                    </li>
                  ))}
                </ol>
              </div>
            )}
          </SpaceBetween>
        )}
      </Loaded>
    </PagePanel>
  );
}
