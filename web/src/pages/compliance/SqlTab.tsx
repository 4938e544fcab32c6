import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../api/client";
import { Code } from "../../parts/Code";
import { compliance as words } from "../../words/compliance";

/** The SQL that judges. */
export default function SqlTab({ rule }: { readonly rule: Schemas["Rule"] }) {
  return (
    <SpaceBetween size="xs">
      <Box color="text-body-secondary">{words.sqlHelp}</Box>
      <Code text={rule.sql} label={words.tabs.sql} />
    </SpaceBetween>
  );
}
