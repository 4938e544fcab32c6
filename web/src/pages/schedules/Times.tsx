import Box from "@cloudscape-design/components/box";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { keepPreviousData } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../api/client";
import { asProblem } from "../../api/problem";
import { Moment } from "../../parts/Moment";
import { schedules as words } from "../../words/schedules";

/** How long a text settles before the server is asked what it means; milliseconds. */
const SETTLED = 300;

/** The next moments that a cron expression means, or why it means none. */
export function Times({ cron, zone }: { readonly cron: string; readonly zone: string }) {
  const [settled, setSettled] = useState(cron);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(cron), SETTLED);
    return () => clearTimeout(timer);
  }, [cron]);
  const query = api.useQuery(
    "get",
    "/api/schedules/times",
    { params: { query: { cron: settled.trim(), zone } } },
    { enabled: settled.trim() !== "", placeholderData: keepPreviousData },
  );
  const problem = query.error ? asProblem(query.error) : undefined;
  return (
    <div aria-live="polite">
      <Box variant="awsui-key-label">{words.times}</Box>
      {problem ? (
        <StatusIndicator type="error">{problem.detail ?? problem.title}</StatusIndicator>
      ) : (
        <ol className="times">
          {(query.data?.items ?? []).map((at) => (
            <li key={at}>
              <Moment at={at} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
