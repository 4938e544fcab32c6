import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { lazy, Suspense, useRef, useState } from "react";
import { api } from "../../api/client";
import { useStatus } from "../../app/session";
import { Empty } from "../../parts/Empty";
import { Failure } from "../../parts/Failure";
import { FirstRun } from "../../parts/FirstRun";
import { readKept, keep } from "../../parts/kept";
import { PageHead } from "../../parts/PageHead";
import { SavedViews } from "../../parts/SavedViews";
import { query as words } from "../../words/query";
import { Answer } from "./Answer";
import { Schema } from "./Schema";

const SaveRuleDialog = lazy(() => import("./SaveRuleDialog"));

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Rows that one query may give. */
const LIMIT = 1000;

/** SQL over the newest snapshot. What was typed last stays in this browser. */
export function QueryPage() {
  const status = useStatus();
  const [sql, setSql] = useState(() => readKept<string>("query", words.example, isText));
  const [saving, setSaving] = useState(false);
  const editor = useRef<HTMLTextAreaElement>(null);
  const answer = api.useMutation("post", "/api/query");
  // A rule is made of the columns that this very query gave.
  const columns = answer.data && answer.variables?.body.sql === sql ? answer.data.columns : undefined;
  const change = (text: string): void => {
    setSql(text);
    keep("query", text);
  };
  const run = (): void => {
    if (sql.trim() !== "") answer.mutate({ body: { sql, limit: LIMIT } });
  };
  const insert = (name: string): void => {
    const area = editor.current;
    if (!area) return;
    area.setRangeText(name, area.selectionStart, area.selectionEnd, "end");
    change(area.value);
    area.focus();
  };
  if (status.data && !status.data.assessment) {
    return (
      <SpaceBetween size="m">
        <PageHead title={words.title} description={words.about} />
        <FirstRun />
      </SpaceBetween>
    );
  }
  return (
    <SpaceBetween size="m">
      {saving && columns !== undefined && (
        <Suspense>
          <SaveRuleDialog sql={sql} columns={columns} onClose={() => setSaving(false)} />
        </Suspense>
      )}
      <PageHead title={words.title} description={words.about} actions={<SavedViews page="query" query={sql} onOpen={change} />} />
      <div className="query">
        <Schema onChoose={insert} />
        <SpaceBetween size="m">
          <Container>
            <SpaceBetween size="s">
              <textarea
                ref={editor}
                className="sql"
                aria-label={words.sql}
                value={sql}
                rows={9}
                spellCheck={false}
                autoCapitalize="off"
                autoComplete="off"
                onChange={(event) => change(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
                    event.preventDefault();
                    run();
                  }
                }}
              />
              <div className="row">
                <Button variant="primary" loading={answer.isPending} disabled={sql.trim() === ""} onClick={run}>
                  {words.run}
                </Button>
                <Button
                  disabled={columns === undefined}
                  {...(columns === undefined && { disabledReason: words.rule.runFirst })}
                  onClick={() => setSaving(true)}
                >
                  {words.rule.action}
                </Button>
                <Box color="text-body-secondary" fontSize="body-s">
                  {words.runKeys}
                </Box>
              </div>
            </SpaceBetween>
          </Container>
          {answer.error && <Failure error={answer.error} onRetry={run} />}
          {answer.data ? <Answer answer={answer.data} /> : !answer.error && <Empty title={words.startTitle}>{words.start}</Empty>}
        </SpaceBetween>
      </div>
    </SpaceBetween>
  );
}
