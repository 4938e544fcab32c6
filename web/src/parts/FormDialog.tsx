import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, type ReactNode, useId } from "react";
import { common } from "../words/common";
import { Failure } from "./Failure";

interface Properties {
  readonly title: string;
  /** What the button that does it says. */
  readonly submit: string;
  readonly pending: boolean;
  /** What is still missing; without anything the button works. */
  readonly missing?: string | undefined;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog; Enter in a field does what the button does. */
export function FormDialog({ title, submit, pending, missing, error, onSubmit, onClose, children }: Properties) {
  const form = useId();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (missing === undefined && !pending) onSubmit();
  };
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button
              variant="primary"
              form={form}
              loading={pending}
              disabled={missing !== undefined}
              {...(missing !== undefined && { disabledReason: missing })}
            >
              {submit}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form id={form} onSubmit={send}>
        <SpaceBetween size="m">
          {error !== null && error !== undefined && <Failure error={error} />}
          {children}
        </SpaceBetween>
      </form>
    </Modal>
  );
}
