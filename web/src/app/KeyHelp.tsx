import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Modal from "@cloudscape-design/components/modal";
import { frame } from "../words/frame";

/** The keys that work on every page. */
export default function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal visible header={frame.keys} onDismiss={onClose}>
      <KeyValuePairs columns={2} items={frame.shortcuts.map(([keys, what]) => ({ label: what, value: <kbd>{keys}</kbd> }))} />
    </Modal>
  );
}
