import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Code } from "../../parts/Code";
import { common } from "../../words/common";

interface Properties {
  readonly title: string;
  readonly help: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** Shows a secret once. It is kept nowhere: closing it forgets it. */
export function Secret({ title, help, secret, onClose }: Properties) {
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            {common.close}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="s">
        <div>{help}</div>
        <Code text={secret} label={title} />
      </SpaceBetween>
    </Modal>
  );
}
