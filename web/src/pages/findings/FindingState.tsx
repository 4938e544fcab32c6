import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { Schemas } from "../../api/client";
import { findings as words } from "../../words/findings";

/** Where a finding stands, as icon and word; under an exception it is grey, never green. */
export function FindingState({ finding }: { readonly finding: Pick<Schemas["Finding"], "state" | "exception"> }) {
  if (finding.state === "resolved") return <StatusIndicator type="success">{words.states.resolved}</StatusIndicator>;
  if (finding.exception !== undefined) return <StatusIndicator type="stopped">{words.states.covered}</StatusIndicator>;
  return <StatusIndicator type="error">{words.states.open}</StatusIndicator>;
}
