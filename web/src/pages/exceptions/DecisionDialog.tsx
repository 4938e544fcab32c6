import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { Failure } from "../../parts/Failure";
import { common } from "../../words/common";
import { exceptions as words } from "../../words/exceptions";
import { Preview } from "./Preview";

interface Properties {
  readonly exception: Schemas["Exception"];
  readonly decision: Schemas["ExceptionDecision"]["decision"];
  readonly onClose: () => void;
}

/** Says what a decision would do before it is made. */
export function DecisionDialog({ exception, decision, onClose }: Properties) {
  const [note, setNote] = useState("");
  const decide = api.useMutation("post", "/api/exceptions/{exception}/decision", {
    onSuccess: () => {
      void refresh("/api/exceptions", "/api/status", "/api/findings", "/api/compliance", "/api/units", "/api/overview");
      onClose();
    },
  });
  const effect = { approve: words.decideApprove, reject: words.decideReject, end: words.decideEnd }[decision];
  return (
    <Modal
      visible
      size="large"
      header={words[decision]}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button
              variant="primary"
              loading={decide.isPending}
              onClick={() =>
                decide.mutate({
                  params: { path: { exception: exception.id } },
                  body: { decision, ...(note.trim() !== "" && { note: note.trim() }) },
                })
              }
            >
              {words[decision]}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {decide.error && <Failure error={decide.error} />}
        <div>{effect}</div>
        <Preview rules={exception.rules} scope={exception.scope} />
        <FormField label={words.note} description={words.noteHelp}>
          <Textarea value={note} onChange={({ detail }) => setNote(detail.value)} rows={3} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
