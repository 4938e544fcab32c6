import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { api, type Schemas } from "../../api/client";
import { Code } from "../../parts/Code";
import { Loaded } from "../../parts/Loaded";
import { Moment } from "../../parts/Moment";
import { findings } from "../../words/findings";
import FixTab from "../compliance/FixTab";
import { Diff } from "./Diff";

const { repair: words } = findings;

function Call({ call, number }: { readonly call: Schemas["RepairCall"]; readonly number: number }) {
  const name = words.call(number, call.service, call.operation, call.region);
  return (
    <SpaceBetween size="xxs">
      <Box variant="h4">{name}</Box>
      <Code text={call.cli} label={words.line(name)} />
      <ExpandableSection headerText={words.parameters}>
        <Code text={JSON.stringify(call.parameters, null, 2)} label={words.parametersOf(name)} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

function Known({ repair, finding }: { readonly repair: Schemas["Repair"]; readonly finding: Schemas["Finding"] }) {
  const { calls, byHand, note, snapshot, asOf, older } = repair;
  return (
    <SpaceBetween size="m">
      {byHand !== undefined && (
        <Alert type="info" statusIconAriaLabel="Note">
          {byHand}
        </Alert>
      )}
      {older && asOf !== undefined && (
        <Alert type="warning" statusIconAriaLabel="Warning">
          {words.older} <Moment at={asOf} />
        </Alert>
      )}
      {note !== undefined && (
        <Alert type={calls.length > 0 ? "warning" : "info"} header={words.note} statusIconAriaLabel={words.note}>
          {note}
        </Alert>
      )}
      {calls.length > 0 ? (
        <>
          <Diff before={repair.before} after={repair.after} />
          {calls.map((call, index) => (
            <Call key={index} call={call} number={index + 1} />
          ))}
          {calls.length > 1 && (
            <ExpandableSection headerText={words.all}>
              <Code text={calls.map(({ cli }) => cli).join("\n")} label={words.all} />
            </ExpandableSection>
          )}
          <div>
            {words.actions(repair.actions)} {words.made}
          </div>
          <SpaceBetween size="xxs">
            <Box variant="h4">{words.afterwards}</Box>
            <div>{words.check}</div>
            <Code text={words.scan(finding.rule, finding.accountId)} label={words.afterwards} />
          </SpaceBetween>
        </>
      ) : (
        snapshot !== undefined && repair.before !== undefined && <Code text={JSON.stringify(repair.before, null, 2)} label={words.before} />
      )}
    </SpaceBetween>
  );
}

function ByHand({ rule, open }: { readonly rule: string; readonly open: boolean }) {
  const query = api.useQuery("get", "/api/rules/{rule}", { params: { path: { rule } } }, { staleTime: 600_000 });
  return (
    <ExpandableSection headerText={words.byHand} defaultExpanded={open}>
      <Loaded query={query} height="160px">
        {(data) => <FixTab rule={data} />}
      </Loaded>
    </ExpandableSection>
  );
}

/** How a finding is repaired: the calls and what they change, and the ways by hand. It makes no call. */
export default function RepairTab({ finding }: { readonly finding: Schemas["Finding"] }) {
  const query = api.useQuery("get", "/api/findings/{finding}/repair", { params: { path: { finding: finding.id } } });
  return (
    <SpaceBetween size="m">
      <Loaded query={query} height="220px">
        {(repair) => <Known repair={repair} finding={finding} />}
      </Loaded>
      {(query.data !== undefined || query.error !== null) && (
        <ByHand rule={finding.rule} open={query.data === undefined || query.data.calls.length === 0} />
      )}
    </SpaceBetween>
  );
}
