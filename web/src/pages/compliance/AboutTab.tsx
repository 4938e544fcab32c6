import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../api/client";
import { SeverityWord } from "../../parts/SeverityWord";
import { usePlace } from "../../url/place";
import { common } from "../../words/common";
import { compliance as words } from "../../words/compliance";
import { RuleParameters } from "../parameters/RuleParameters";

/** What a rule means and why it matters, with its facts beside. */
export default function AboutTab({ rule }: { readonly rule: Schemas["Rule"] }) {
  const place = usePlace();
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={2}>
        <div>
          <Box variant="h4">{words.meaning}</Box>
          <Box variant="p">{rule.meaning}</Box>
        </div>
        <div>
          <Box variant="h4">{words.why}</Box>
          <Box variant="p">{rule.why}</Box>
        </div>
      </ColumnLayout>
      <KeyValuePairs
        columns={4}
        items={[
          { label: words.ruleId, value: rule.id },
          { label: common.severity, value: <SeverityWord severity={rule.severity} /> },
          { label: words.category, value: rule.category },
          { label: words.controls, value: rule.controls.map(({ framework, control }) => `${framework} ${control}`).join(", ") },
          ...(rule.references.length > 0
            ? [{ label: words.references, value: rule.references.map((reference) => <div key={reference}>{reference}</div>) }]
            : []),
          ...(rule.attest !== undefined
            ? [
                {
                  label: words.attest,
                  value: (
                    <>
                      {rule.attest} <Link href={place.to("/attestations", { rule: rule.id })}>{words.attestLink}</Link>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {rule.parameters.length > 0 && <RuleParameters rule={rule} />}
    </SpaceBetween>
  );
}
