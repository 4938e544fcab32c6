import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useRef } from "react";
import { api, refresh } from "../../api/client";
import { useMay, useSeesAll } from "../../app/session";
import { Failure } from "../../parts/Failure";
import { parameters as words } from "../../words/parameters";

interface Properties {
  readonly pending: boolean;
  readonly judging: boolean;
}

/** That verdicts were made with other values than are set now, and the way to judge again. */
export function Pending({ pending, judging }: Properties) {
  const seesAll = useSeesAll();
  const may = useMay("engineer") && seesAll;
  const again = api.useMutation("post", "/api/assessments", { onSuccess: () => void refresh("/api/parameters") });
  const was = useRef(judging);
  useEffect(() => {
    // Everything that is counted may be different now.
    if (was.current && !judging) void refresh("/api/");
    was.current = judging;
  }, [judging]);
  if (judging) {
    return (
      <div aria-live="polite">
        <StatusIndicator type="in-progress">{words.judging}</StatusIndicator>
      </div>
    );
  }
  if (again.error) return <Failure error={again.error} />;
  if (!pending) return null;
  return (
    <Alert
      type="info"
      header={words.pending}
      statusIconAriaLabel="Info"
      {...(may && {
        action: (
          <Button loading={again.isPending} onClick={() => again.mutate({})}>
            {words.judgeAgain}
          </Button>
        ),
      })}
    >
      {words.pendingHelp}
    </Alert>
  );
}
