import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useState } from "react";
import { api, queries } from "../../api/client";
import { Failure } from "../../parts/Failure";
import { signIn as words } from "../../words/frame";

/** Asks for name, password and, where one is set up, a code. */
export function LocalSignIn() {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const signIn = api.useMutation("post", "/api/session", {
    onSuccess: (session) => {
      // Answers to somebody else do not outlive the session they were given in.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[1] !== "/api/session" });
      queries.setQueryData(["get", "/api/session"], session);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ body: { name, password, ...(code !== "" && { code }) } });
  };
  return (
    <form onSubmit={submit}>
      <SpaceBetween size="m">
        {signIn.error && <Failure error={signIn.error} />}
        <FormField label={words.name}>
          <Input value={name} onChange={({ detail }) => setName(detail.value)} autoComplete="username" autoFocus spellcheck={false} />
        </FormField>
        <FormField label={words.password}>
          <Input type="password" value={password} onChange={({ detail }) => setPassword(detail.value)} autoComplete="current-password" />
        </FormField>
        <FormField label={words.code} description={words.codeHelp}>
          <Input value={code} onChange={({ detail }) => setCode(detail.value)} inputMode="numeric" autoComplete="one-time-code" />
        </FormField>
        <Button variant="primary" formAction="submit" fullWidth loading={signIn.isPending}>
          {words.submit}
        </Button>
        <Box color="text-body-secondary" fontSize="body-s">
          {words.first}
        </Box>
      </SpaceBetween>
    </form>
  );
}
