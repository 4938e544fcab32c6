import { useEffect, useState } from "react";
import { refresh, type Schemas } from "../../api/client";

type Progress = Schemas["ScanProgress"];

const PHASES: readonly Progress["phase"][] = ["entering", "reading", "writing", "judging", "done", "failed"];

function isProgress(value: unknown): value is Progress {
  return (
    typeof value === "object" && value !== null && "phase" in value && PHASES.some((phase) => phase === value.phase) && "cells" in value
  );
}

/** Follows the running scan while `follow`: the server says each step. When it is done, everything that it changed is asked for again. */
export function useProgress(follow: boolean, initial: Progress | undefined): Progress | undefined {
  const [heard, setHeard] = useState<Progress>();
  useEffect(() => {
    if (!follow) return undefined;
    const events = new EventSource("/api/scans/events");
    events.addEventListener("progress", (event) => {
      const said: unknown = JSON.parse(event.data);
      if (!isProgress(said)) return;
      setHeard(said);
      if (said.phase === "done" || said.phase === "failed") {
        events.close();
        void refresh("/api/");
      }
    });
    return () => events.close();
  }, [follow]);
  return follow ? (heard ?? initial) : undefined;
}
