import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import DatePicker from "@cloudscape-design/components/date-picker";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { api, refresh } from "../../api/client";
import { Failure } from "../../parts/Failure";
import { attestations as words } from "../../words/attestations";
import { common } from "../../words/common";
import { dayAfter } from "../../words/time";

const answers = ["yes", "no", "not_applicable"] as const;

/** How long an answer counts unless somebody says otherwise; days. */
const USUAL_DAYS = 180;

interface Properties {
  readonly rule: string;
  readonly question: string;
  readonly units: readonly string[];
  readonly onClose: (answered: boolean) => void;
}

/** Takes a signed answer for some units of one rule. */
export function AnswerDialog({ rule, question, units, onClose }: Properties) {
  const [answer, setAnswer] = useState<(typeof answers)[number]>();
  const [note, setNote] = useState("");
  const [evidence, setEvidence] = useState("");
  const [expires, setExpires] = useState(() => dayAfter(new Date(), USUAL_DAYS));
  const attest = api.useMutation("post", "/api/attestations", {
    onSuccess: () => {
      void refresh("/api/attestations", "/api/compliance", "/api/units");
      onClose(true);
    },
  });
  const ready = answer !== undefined && expires !== "" && (note.trim() !== "" || evidence.trim() !== "");
  const sign = (): void => {
    if (answer === undefined) return;
    attest.mutate({
      body: {
        rule,
        units: [...units],
        answer,
        expires,
        ...(note.trim() !== "" && { note: note.trim() }),
        ...(evidence.trim() !== "" && { evidence: evidence.trim() }),
      },
    });
  };
  return (
    <Modal
      visible
      header={words.answer}
      onDismiss={() => onClose(false)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => onClose(false)}>
              {common.cancel}
            </Button>
            <Button variant="primary" disabled={!ready} loading={attest.isPending} onClick={sign}>
              {words.sign}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {attest.error && <Failure error={attest.error} />}
        <FormField label={question} constraintText={words.signEffect(units.length)}>
          <RadioGroup
            value={answer ?? null}
            onChange={({ detail }) => setAnswer(answers.find((each) => each === detail.value))}
            items={answers.map((value) => ({ value, label: words.answers[value], description: words.answerHelp[value] }))}
          />
        </FormField>
        <FormField label={words.note} description={words.noteHelp}>
          <Textarea value={note} onChange={({ detail }) => setNote(detail.value)} rows={3} />
        </FormField>
        <FormField label={words.evidence} description={words.evidenceHelp}>
          <Input value={evidence} onChange={({ detail }) => setEvidence(detail.value)} type="url" />
        </FormField>
        <FormField label={words.expires} description={words.expiresHelp}>
          <DatePicker
            value={expires}
            onChange={({ detail }) => setExpires(detail.value)}
            isDateEnabled={(date) => date >= new Date()}
            locale="en-GB"
            openCalendarAriaLabel={(chosen) => `${words.expires}${chosen ? `, ${chosen}` : ""}`}
          />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
