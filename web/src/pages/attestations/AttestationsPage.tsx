import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { useStatus } from "../../app/session";
import { FirstRun } from "../../parts/FirstRun";
import { PageHead } from "../../parts/PageHead";
import { usePlace } from "../../url/place";
import { attestations as words } from "../../words/attestations";
import { AnswerList } from "./AnswerList";
import { QuestionList } from "./QuestionList";

/** What only a person can judge: questions that wait, and answers that were given. */
export function AttestationsPage() {
  const place = usePlace();
  const status = useStatus();
  const tab = place.one("tab") === "given" ? "given" : "open";
  return (
    <SpaceBetween size="m">
      <PageHead title={words.title} description={words.about} />
      {status.data && !status.data.assessment ? (
        <FirstRun />
      ) : (
        <Tabs
          activeTabId={tab}
          onChange={({ detail }) => place.set({ tab: detail.activeTabId === "given" ? "given" : undefined })}
          tabs={[
            { id: "open", label: words.tabs.open, content: tab === "open" && <QuestionList /> },
            { id: "given", label: words.tabs.given, content: tab === "given" && <AnswerList /> },
          ]}
        />
      )}
    </SpaceBetween>
  );
}
