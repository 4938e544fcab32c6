import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { states } from "../words/states";
import { Code } from "./Code";

/** What a page shows before the first scan: the command to paste. */
export function FirstRun() {
  return (
    <Container header={<Header variant="h2">{states.firstRunTitle}</Header>}>
      <SpaceBetween size="s">
        <Box variant="p">{states.firstRun}</Box>
        <Code text={states.firstRunCommand} label={states.firstRunTitle} />
        <Box variant="p">{states.firstRunOne}</Box>
        <Code text={states.firstRunOneCommand} label={states.firstRunOne} />
        <Box color="text-body-secondary">{states.firstRunAfter}</Box>
      </SpaceBetween>
    </Container>
  );
}
