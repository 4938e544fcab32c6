import Link from "@cloudscape-design/components/link";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { Schemas } from "../../api/client";
import { Moment } from "../../parts/Moment";
import type { Place } from "../../url/place";
import { schedules as words } from "../../words/schedules";
import { scopeText } from "../exceptions/scopeText";

type Run = Schemas["ScheduleRun"];

const KINDS: Readonly<Record<Run["state"], StatusIndicatorProps.Type>> = {
  running: "in-progress",
  done: "success",
  failed: "error",
  skipped: "stopped",
  interrupted: "warning",
};

/** What a schedule reads, in a few words. */
export function scopeWords(scope: Schemas["ScanScope"] | undefined, status: Schemas["SystemStatus"] | undefined): string {
  const { accounts = [], ous = [], regions = [], types = [], frameworks = [], all = false } = scope ?? { all: false };
  const parts = [
    ...(accounts.length + ous.length + regions.length > 0 ? [scopeText({ accounts, ous, regions }, status)] : []),
    ...(frameworks.length > 0 ? [words.frameworks(frameworks.join(", "))] : []),
    ...(all ? [words.everyType] : types.length > 0 ? [words.types(types.length)] : []),
  ];
  return parts.length === 0 ? words.whole : parts.join("; ");
}

/** When it runs next; it may be late because another scan goes on. */
export function Next({ at }: { readonly at: string | undefined }) {
  if (at === undefined) return <span className="quiet">–</span>;
  if (new Date(at) < new Date()) return <StatusIndicator type="pending">{words.waits}</StatusIndicator>;
  return <Moment at={at} />;
}

/** How its last run went, and the way to its scan. */
export function Last({ run, place }: { readonly run: Run | undefined; readonly place: Place }) {
  if (run === undefined) return <span className="quiet">{words.never}</span>;
  const moment = <Moment at={run.started} />;
  return (
    <div className="two-lines">
      <StatusIndicator type={KINDS[run.state]}>{words.runStates[run.state]}</StatusIndicator>
      <span className="quiet" title={run.message}>
        {run.scan === undefined ? moment : <Link href={place.to("/scans", { scan: run.scan })}>{moment}</Link>}
        {run.message !== undefined && ` · ${run.message}`}
      </span>
    </div>
  );
}
