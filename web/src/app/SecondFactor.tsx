import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import { useState } from "react";
import { api, refresh } from "../api/client";
import { Code } from "../parts/Code";
import { FormDialog } from "../parts/FormDialog";
import { common } from "../words/common";
import { secondFactor as words } from "../words/frame";
import { useSession } from "./session";

const CODE = /^[0-9]{6}$/;

/** Sets up codes for who is signed in: a secret for their app, then a code that proves that the app has it. */
export default function SecondFactor({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const [code, setCode] = useState("");
  const enrol = api.useMutation("post", "/api/session/second-factor");
  const confirm = api.useMutation("put", "/api/session/second-factor", { onSuccess: () => void refresh("/api/session") });
  const on = session.secondFactor || confirm.isSuccess;
  const enrolment = enrol.data;
  const submit = (): void => {
    if (on) onClose();
    else if (enrolment) confirm.mutate({ body: { code } });
    else enrol.mutate({});
  };
  return (
    <FormDialog
      title={words.title}
      submit={on ? common.close : enrolment ? words.confirm : words.begin}
      pending={enrol.isPending || confirm.isPending}
      missing={!on && enrolment && !CODE.test(code) ? words.missing : undefined}
      error={enrol.error ?? confirm.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {on ? (
        <Alert type="success" statusIconAriaLabel="Done">
          {confirm.isSuccess ? words.done : words.isOn}
        </Alert>
      ) : enrolment ? (
        <>
          <div>{words.scan}</div>
          <Link href={enrolment.uri} target="_self">
            {words.open}
          </Link>
          <Code text={enrolment.secret} label={words.secret} />
          <FormField label={words.code} description={words.codeHelp}>
            <Input
              value={code}
              onChange={({ detail }) => setCode(detail.value.trim())}
              inputMode="numeric"
              autoComplete="one-time-code"
              autoFocus
            />
          </FormField>
        </>
      ) : (
        <div>{words.about}</div>
      )}
    </FormDialog>
  );
}
