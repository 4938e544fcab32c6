import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { lazy, Suspense, useCallback } from "react";
import { api, type Schemas } from "../../api/client";
import { PagePanel } from "../../app/panel";
import { useMay } from "../../app/session";
import { AccountName } from "../../parts/AccountName";
import { Arn } from "../../parts/Arn";
import { Code } from "../../parts/Code";
import { Loaded } from "../../parts/Loaded";
import { Moment } from "../../parts/Moment";
import { SeverityWord } from "../../parts/SeverityWord";
import { usePlace } from "../../url/place";
import { common } from "../../words/common";
import { compliance } from "../../words/compliance";
import { findings as words } from "../../words/findings";
import { BulkActions } from "./BulkActions";
import { FindingHistory } from "./FindingHistory";
import { FindingState } from "./FindingState";

const RepairTab = lazy(() => import("./RepairTab"));

function Facts({ finding }: { readonly finding: Schemas["FindingDetail"] }) {
  const place = usePlace();
  const { facts } = words;
  return (
    <KeyValuePairs
      columns={4}
      items={[
        { label: common.severity, value: <SeverityWord severity={finding.severity} /> },
        { label: words.filters.state, value: <FindingState finding={finding} /> },
        { label: facts.account, value: <AccountName id={finding.accountId} name={finding.accountName} link /> },
        { label: facts.region, value: finding.region },
        { label: facts.rule, value: <Link href={place.to("/compliance", { rule: finding.rule })}>{finding.rule}</Link> },
        { label: finding.asset === undefined ? facts.unit : facts.asset, value: <Arn arn={finding.asset ?? finding.unit} /> },
        { label: facts.first, value: <Moment at={finding.firstSeen} /> },
        { label: facts.last, value: <Moment at={finding.lastSeen} /> },
        { label: facts.owner, value: finding.owner ?? common.nobody },
        { label: facts.disposition, value: words.dispositions[finding.disposition] },
        ...(finding.resolvedAt === undefined ? [] : [{ label: facts.resolved, value: <Moment at={finding.resolvedAt} /> }]),
        ...(finding.reopened > 0 ? [{ label: facts.reopened, value: words.times(finding.reopened) }] : []),
        ...(finding.notSeen === undefined ? [] : [{ label: facts.notSeen, value: finding.notSeen }]),
        ...(finding.ticket ? [{ label: facts.ticket, value: <Ticket link={finding.ticket} /> }] : []),
        ...(finding.exception === undefined
          ? []
          : [
              {
                label: facts.exception,
                value: <Link href={place.to("/exceptions", { exception: finding.exception })}>{finding.exception}</Link>,
              },
            ]),
      ]}
    />
  );
}

/** A ticket; only what is a web address becomes a link, since anybody may have written anything there. */
function Ticket({ link }: { readonly link: string }) {
  return /^https?:\/\//.test(link) ? (
    <Link href={link} external>
      {link}
    </Link>
  ) : (
    <>{link}</>
  );
}

function EvidenceTab({ finding }: { readonly finding: Schemas["FindingDetail"] }) {
  return (
    <SpaceBetween size="m">
      <div>{[finding.reason, ...finding.warnings].join(" ")}</div>
      <Facts finding={finding} />
      <Code text={JSON.stringify(finding.evidence, null, 2)} label={compliance.evidence} />
    </SpaceBetween>
  );
}

/** One finding in the panel below the list. */
export function FindingPanel({ id }: { readonly id: string }) {
  const place = usePlace();
  const may = useMay("engineer");
  const query = api.useQuery("get", "/api/findings/{finding}", { params: { path: { finding: id } } });
  const close = useCallback(() => place.set({ finding: undefined, tab: undefined, page: place.one("page") }), [place]);
  const tab = place.one("tab") ?? "evidence";
  return (
    <PagePanel title={query.data?.title ?? words.columns.finding} close={close}>
      <Loaded query={query} height="220px">
        {(finding) => (
          <Tabs
            activeTabId={tab}
            onChange={({ detail }) => place.set({ tab: detail.activeTabId, page: place.one("page") })}
            actions={
              may && (
                <div className="row">
                  <BulkActions findings={[finding]} onDone={() => undefined} />
                </div>
              )
            }
            tabs={[
              { id: "evidence", label: words.tabs.evidence, content: <EvidenceTab finding={finding} /> },
              { id: "history", label: words.tabs.history, content: <FindingHistory events={finding.history} /> },
              {
                id: "fix",
                label: words.tabs.fix,
                content: tab === "fix" && (
                  <Suspense>
                    <RepairTab finding={finding} />
                  </Suspense>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </PagePanel>
  );
}
