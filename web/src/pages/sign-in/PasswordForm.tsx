import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useState } from "react";
import { api } from "../../api/client";
import { Failure } from "../../parts/Failure";
import { signIn as words } from "../../words/frame";

const SHORTEST = 12;

/** Takes the current password and a new one twice. */
export function PasswordForm({ onChanged }: { readonly onChanged: () => void }) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const change = api.useMutation("put", "/api/session/password", { onSuccess: onChanged });
  const short = next.length < SHORTEST;
  const differs = next !== again;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!short && !differs) change.mutate({ body: { current, new: next } });
  };
  return (
    <form onSubmit={submit}>
      <SpaceBetween size="m">
        {change.error && <Failure error={change.error} />}
        <FormField label={words.current}>
          <Input
            type="password"
            value={current}
            onChange={({ detail }) => setCurrent(detail.value)}
            autoComplete="current-password"
            autoFocus
          />
        </FormField>
        <FormField label={words.next} constraintText={words.nextHelp} errorText={tried && short && words.tooShort}>
          <Input type="password" value={next} onChange={({ detail }) => setNext(detail.value)} autoComplete="new-password" />
        </FormField>
        <FormField label={words.again} errorText={tried && differs && words.differs}>
          <Input type="password" value={again} onChange={({ detail }) => setAgain(detail.value)} autoComplete="new-password" />
        </FormField>
        <Button variant="primary" formAction="submit" loading={change.isPending} disabled={current === "" || next === ""}>
          {words.change}
        </Button>
      </SpaceBetween>
    </form>
  );
}
