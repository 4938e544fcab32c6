import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { queries } from "../../api/client";
import { signIn as words } from "../../words/frame";
import { Doorstep } from "./Doorstep";
import { PasswordForm } from "./PasswordForm";

/** Before anything else, the password that somebody was given becomes one of their own. */
export function ChangePassword() {
  return (
    <Doorstep>
      <Container
        header={
          <Header variant="h1" description={words.changeHelp}>
            {words.changeTitle}
          </Header>
        }
      >
        <PasswordForm onChanged={() => void queries.invalidateQueries()} />
      </Container>
    </Doorstep>
  );
}
