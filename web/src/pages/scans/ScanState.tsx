import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { Schemas } from "../../api/client";
import { scans as words } from "../../words/scans";

type State = Schemas["Scan"]["state"];

const KINDS: Readonly<Record<State, StatusIndicatorProps.Type>> = {
  running: "in-progress",
  complete: "success",
  partial: "warning",
  failed: "error",
  skipped: "stopped",
  interrupted: "error",
};

/** How a scan ended, as icon and word. */
export function ScanState({ state }: { readonly state: State }) {
  return <StatusIndicator type={KINDS[state]}>{words.states[state]}</StatusIndicator>;
}
