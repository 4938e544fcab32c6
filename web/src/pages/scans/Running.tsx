import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import type { Schemas } from "../../api/client";
import { Moment } from "../../parts/Moment";
import { scans as words } from "../../words/scans";

/** The running scan, as far as it is. */
export function Running({ progress }: { readonly progress: Schemas["ScanProgress"] }) {
  const { phase, cells, cellsDone, accounts, accountsDone, calls, troubles, started, message } = progress;
  if (phase === "failed") {
    return (
      <Alert type="error" header={words.phases.failed} statusIconAriaLabel="Error">
        {message}
      </Alert>
    );
  }
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            <>
              {words.phases[phase]} · <Moment at={started} as="ago" />
            </>
          }
        >
          {words.running}
        </Header>
      }
    >
      <ProgressBar
        value={cells === 0 ? 0 : (cellsDone / cells) * 100}
        ariaLabel={words.running}
        description={words.progress(accountsDone, accounts, cellsDone, cells)}
        additionalInfo={troubles > 0 ? `${words.calls(calls)}. ${words.troubles(troubles)}` : words.calls(calls)}
      />
    </Container>
  );
}
