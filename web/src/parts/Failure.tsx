import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import { asProblem } from "../api/problem";
import { common } from "../words/common";

interface Properties {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** A problem as the server says it: title, detail, the request's id for its log, and a button that tries again. */
export function Failure({ error, onRetry }: Properties) {
  const problem = asProblem(error);
  return (
    <Alert
      type="error"
      header={problem.title}
      statusIconAriaLabel="Error"
      action={onRetry && <Button onClick={onRetry}>{common.retry}</Button>}
    >
      {problem.detail}
      {problem.requestId && <div className="quiet request-id">{common.requestId(problem.requestId)}</div>}
    </Alert>
  );
}
