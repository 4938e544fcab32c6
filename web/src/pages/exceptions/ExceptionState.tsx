import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { Schemas } from "../../api/client";
import { exceptions as words } from "../../words/exceptions";

type State = Schemas["Exception"]["state"];

const KINDS: Readonly<Record<State, StatusIndicatorProps.Type>> = {
  proposed: "pending",
  active: "info",
  expiring: "warning",
  expired: "stopped",
  rejected: "stopped",
  ended: "stopped",
};

/** Where an exception stands, as icon and word; none is green, since none makes anything good. */
export function ExceptionState({ state }: { readonly state: State }) {
  return <StatusIndicator type={KINDS[state]}>{words.stateWords[state]}</StatusIndicator>;
}
