import Alert from "@cloudscape-design/components/alert";
import Modal from "@cloudscape-design/components/modal";
import { useState } from "react";
import { PasswordForm } from "../pages/sign-in/PasswordForm";
import { signIn } from "../words/frame";

/** Changes the password of who is signed in. */
export default function OwnPassword({ onClose }: { readonly onClose: () => void }) {
  const [changed, setChanged] = useState(false);
  return (
    <Modal visible header={signIn.changeOwn} onDismiss={onClose}>
      {changed ? (
        <Alert type="success" statusIconAriaLabel="Done">
          {signIn.changed}
        </Alert>
      ) : (
        <PasswordForm onChanged={() => setChanged(true)} />
      )}
    </Modal>
  );
}
