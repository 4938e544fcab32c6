import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { type ReactNode, useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { useSession } from "../../app/session";
import { Failure } from "../../parts/Failure";
import { common } from "../../words/common";
import { findings as words } from "../../words/findings";

/** What one change is about. */
export type What = "assign" | "comment" | "disposition" | "ticket";

interface Properties {
  readonly what: What;
  readonly ids: readonly string[];
  readonly onClose: (changed: boolean) => void;
}

const dispositions = ["investigating", "false-positive", "none"] as const;

function bodyOf(what: What, ids: readonly string[], text: string): Schemas["FindingChange"] {
  switch (what) {
    case "assign":
      return { ids: [...ids], owner: text.trim() };
    case "comment":
      return { ids: [...ids], comment: text };
    case "ticket":
      return { ids: [...ids], ticket: text.trim() };
    case "disposition":
      return { ids: [...ids], disposition: dispositions.find((each) => each === text) ?? "none" };
  }
}

/** Asks what to change about some findings, and says how many it is about before it does. */
export function ChangeDialog({ what, ids, onClose }: Properties) {
  const { name } = useSession();
  const [text, setText] = useState(what === "assign" ? name : what === "disposition" ? "investigating" : "");
  const change = api.useMutation("post", "/api/findings/changes", {
    onSuccess: () => {
      void refresh("/api/findings", "/api/status");
      onClose(true);
    },
  });
  const help = { assign: words.assignHelp, comment: words.commentHelp, ticket: words.ticketHelp, disposition: words.dispositionHelp }[what];
  const field: Readonly<Record<What, () => ReactNode>> = {
    assign: () => <Input value={text} onChange={({ detail }) => setText(detail.value)} autoFocus />,
    ticket: () => <Input value={text} onChange={({ detail }) => setText(detail.value)} type="url" autoFocus />,
    comment: () => <Textarea value={text} onChange={({ detail }) => setText(detail.value)} rows={4} autoFocus />,
    disposition: () => (
      <RadioGroup
        value={text}
        onChange={({ detail }) => setText(detail.value)}
        items={dispositions.map((value) => ({ value, label: words.dispositions[value] }))}
      />
    ),
  };
  return (
    <Modal
      visible
      header={words[what]}
      onDismiss={() => onClose(false)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => onClose(false)}>
              {common.cancel}
            </Button>
            <Button
              variant="primary"
              loading={change.isPending}
              disabled={what === "comment" && text.trim() === ""}
              onClick={() => change.mutate({ body: bodyOf(what, ids, text) })}
            >
              {words[what]}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {change.error && <Failure error={change.error} />}
        <FormField label={words[what]} description={help} constraintText={words.changeEffect(ids.length)}>
          {field[what]()}
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
