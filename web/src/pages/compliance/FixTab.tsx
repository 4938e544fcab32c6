import ColumnLayout from "@cloudscape-design/components/column-layout";
import Box from "@cloudscape-design/components/box";
import type { Schemas } from "../../api/client";
import { Code } from "../../parts/Code";
import { compliance as words } from "../../words/compliance";

/** How to mend what a rule finds: by hand, by command, in Terraform. */
export default function FixTab({ rule }: { readonly rule: Schemas["Rule"] }) {
  const ways = [
    [words.fixConsole, rule.fix.console],
    [words.fixCli, rule.fix.cli],
    [words.fixTerraform, rule.fix.terraform],
  ] as const;
  return (
    <ColumnLayout columns={3}>
      {ways.map(([name, text]) => (
        <div key={name}>
          <Box variant="h4" padding={{ bottom: "xxs" }}>
            {name}
          </Box>
          <Code text={text} label={name} />
        </div>
      ))}
    </ColumnLayout>
  );
}
