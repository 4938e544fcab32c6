import Popover from "@cloudscape-design/components/popover";
import { compliance as words } from "../words/compliance";
import { Code } from "./Code";

/** What a verdict rests on, as the rule gave it; in a popover until somebody wants it. */
export function Evidence({ evidence }: { readonly evidence: Readonly<Record<string, unknown>> }) {
  if (Object.keys(evidence).length === 0) return null;
  return (
    <Popover
      header={words.evidence}
      size="large"
      renderWithPortal
      triggerType="text-inline"
      content={<Code text={JSON.stringify(evidence, null, 2)} label={words.evidence} />}
    >
      {words.evidence}
    </Popover>
  );
}
