import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { common } from "../words/common";
import { Failure } from "./Failure";

interface Properties {
  /** What the button does, in its words; the title too. */
  readonly what: string;
  /** What will be so afterwards. */
  readonly effect: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what something does before it is done. */
export function Confirm({ what, effect, pending, error, onConfirm, onClose }: Properties) {
  return (
    <Modal
      visible
      header={what}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button variant="primary" loading={pending} onClick={onConfirm}>
              {what}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {error !== null && error !== undefined && <Failure error={error} />}
        <div>{effect}</div>
      </SpaceBetween>
    </Modal>
  );
}
