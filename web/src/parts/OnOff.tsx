import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { common } from "../words/common";

/** Whether something works by itself or was paused, as icon and word. */
export function OnOff({ on }: { readonly on: boolean }) {
  return on ? (
    <StatusIndicator type="success">{common.active}</StatusIndicator>
  ) : (
    <StatusIndicator type="stopped">{common.paused}</StatusIndicator>
  );
}
