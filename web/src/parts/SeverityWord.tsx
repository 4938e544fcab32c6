import type { Schemas } from "../api/client";
import { severityWords } from "../words/common";

/** Shapes as well as colours, so that severities differ for who does not see the colours. */
const SHAPES: Readonly<Record<Schemas["Severity"], string>> = {
  critical: "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
  high: "M8 1.5 15.5 14.5H.5z",
  medium: "M8 1l7 7-7 7-7-7z",
  low: "M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3z",
  informational: "M3 7h10v2H3z",
};

/** The icon of a severity alone, for where the word stands beside it. */
export function SeverityMark({ severity }: { readonly severity: Schemas["Severity"] }) {
  return (
    <svg className={`severity-mark severity-${severity}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[severity]} />
    </svg>
  );
}

/** A severity as icon and word. */
export function SeverityWord({ severity }: { readonly severity: Schemas["Severity"] }) {
  return (
    <span className="severity">
      <SeverityMark severity={severity} />
      {severityWords[severity]}
    </span>
  );
}
