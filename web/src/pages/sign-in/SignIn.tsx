import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { api } from "../../api/client";
import { signIn as words } from "../../words/frame";
import { Doorstep } from "./Doorstep";
import { LocalSignIn } from "./LocalSignIn";

/** Leads to the identity provider, and back to where somebody wanted to go. */
function Elsewhere({ title, primary }: { readonly title: string; readonly primary: boolean }) {
  const to = encodeURIComponent(location.pathname + location.search);
  return (
    <Button variant={primary ? "primary" : "normal"} href={`/api/session/oidc?to=${to}`} fullWidth>
      {words.elsewhere(title)}
    </Button>
  );
}

/** Asks how somebody wants to sign in, of the ways there are. */
export function SignIn() {
  const ways = api.useQuery("get", "/api/session/ways", undefined, { staleTime: Infinity });
  if (ways.isPending) return null;
  // Where the ways cannot be told, the one that every server has is tried.
  const { local, oidc } = ways.data ?? { local: true };
  return (
    <Doorstep>
      <Container header={<Header variant="h1">{words.title}</Header>}>
        <SpaceBetween size="m">
          {oidc !== undefined && <Elsewhere title={oidc} primary={!local} />}
          {oidc !== undefined && local && (
            <Box textAlign="center" color="text-body-secondary">
              {words.or}
            </Box>
          )}
          {local && <LocalSignIn />}
        </SpaceBetween>
      </Container>
    </Doorstep>
  );
}
