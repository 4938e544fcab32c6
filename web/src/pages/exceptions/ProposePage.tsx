import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useDeferredValue, useMemo, useState } from "react";
import { api, refresh } from "../../api/client";
import { useSession } from "../../app/session";
import { Failure } from "../../parts/Failure";
import { PageHead } from "../../parts/PageHead";
import { usePlace } from "../../url/place";
import { common } from "../../words/common";
import { exceptions as words } from "../../words/exceptions";
import { dayAfter } from "../../words/time";
import { DraftFields } from "./DraftFields";
import { type Draft, proposalOf, scopeOf } from "./draft";
import { Preview } from "./Preview";

/** How long an exception holds unless somebody says otherwise; days. */
const USUAL_DAYS = 90;

/** Asks for an exception, with what it would hide beside it. What a link to here names is filled in. */
export function ProposePage() {
  const place = usePlace();
  const { name } = useSession();
  const [draft, setDraft] = useState<Draft>(() => ({
    rules: place.many("rule"),
    accounts: [...place.many("in"), ...place.many("account")],
    ous: place.many("ou"),
    regions: "",
    arns: place.many("arn").join("\n"),
    tags: "",
    reason: "",
    owner: name,
    expires: dayAfter(new Date(), USUAL_DAYS),
  }));
  const propose = api.useMutation("post", "/api/exceptions", {
    onSuccess: ({ id }) => {
      void refresh("/api/exceptions", "/api/status");
      place.go(place.to("/exceptions", { state: "proposed", exception: id }));
    },
  });
  const proposal = proposalOf(draft);
  const settled = useDeferredValue(draft);
  const scope = useMemo(() => scopeOf(settled), [settled]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (proposal) propose.mutate({ body: proposal });
  };
  return (
    <SpaceBetween size="m">
      <PageHead title={words.formTitle} description={words.formHelp} />
      <Grid gridDefinition={[{ colspan: { default: 12, m: 7 } }, { colspan: { default: 12, m: 5 } }]}>
        <form onSubmit={submit}>
          <Form
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button variant="link" formAction="none" href={place.to("/exceptions")}>
                  {common.cancel}
                </Button>
                <Button
                  variant="primary"
                  formAction="submit"
                  loading={propose.isPending}
                  disabled={!proposal}
                  disabledReason={words.missing}
                >
                  {words.submit}
                </Button>
              </SpaceBetween>
            }
          >
            <Container>
              <SpaceBetween size="m">
                {propose.error && <Failure error={propose.error} />}
                <DraftFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
              </SpaceBetween>
            </Container>
          </Form>
        </form>
        <Container header={<Header variant="h2">{words.preview}</Header>}>
          <Preview rules={settled.rules} scope={scope} />
        </Container>
      </Grid>
    </SpaceBetween>
  );
}
