import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { Schemas } from "../api/client";
import { statusWords } from "../words/common";

const KINDS: Readonly<Record<Schemas["Status"], StatusIndicatorProps.Type>> = {
  PASS: "success",
  FAIL: "error",
  UNKNOWN: "warning",
  MANUAL: "pending",
  NOT_APPLICABLE: "stopped",
};

/** A status as icon and word. A failed unit under an exception is grey and says so: it is neither failed nor good. */
export function StatusWord({ status, excepted = false }: { readonly status: Schemas["Status"]; readonly excepted?: boolean }) {
  if (excepted && status === "FAIL") return <StatusIndicator type="stopped">Excepted</StatusIndicator>;
  return <StatusIndicator type={KINDS[status]}>{statusWords[status]}</StatusIndicator>;
}

/** The icon alone, for where many stand side by side and something around it says the word. */
export function StatusIcon({ status }: { readonly status: Schemas["Status"] }) {
  return (
    <span aria-hidden="true">
      <StatusIndicator type={KINDS[status]} />
    </span>
  );
}
