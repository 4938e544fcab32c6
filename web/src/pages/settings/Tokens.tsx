import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Empty } from "../../parts/Empty";
import { Moment } from "../../parts/Moment";
import { WholeTable } from "../../parts/WholeTable";
import { frame } from "../../words/frame";
import { settings as words } from "../../words/settings";
import { Secret } from "./Secret";
import { TokenDialog } from "./TokenDialog";

type Token = Schemas["Token"];

/** Tokens for programs: one's own; an admin sees all. */
export function Tokens() {
  const query = api.useQuery("get", "/api/tokens");
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Schemas["NewToken"]>();
  const [ending, setEnding] = useState<Token>();
  const revoke = api.useMutation("delete", "/api/tokens/{token}", {
    onSuccess: () => {
      void refresh("/api/tokens");
      setEnding(undefined);
    },
  });
  return (
    <>
      <WholeTable<Token>
        name={words.tokens}
        about={words.tokensAbout}
        action={
          <Button variant="primary" onClick={() => setMaking(true)}>
            {words.makeToken}
          </Button>
        }
        query={query}
        rowKey={({ id }) => id}
        columns={[
          { id: "name", header: words.columns.name, cell: ({ name }) => name, isRowHeader: true },
          { id: "owner", header: words.columns.owner, cell: ({ owner }) => owner },
          { id: "role", header: words.columns.role, cell: ({ role }) => frame.roles[role] },
          { id: "created", header: words.columns.created, cell: ({ createdAt }) => <Moment at={createdAt} as="day" /> },
          {
            id: "used",
            header: words.columns.used,
            cell: ({ lastUsed }) => (lastUsed === undefined ? words.never : <Moment at={lastUsed} as="ago" />),
          },
          { id: "expires", header: words.columns.expires, cell: ({ expires }) => <Moment at={expires} as="day" /> },
          {
            id: "end",
            header: words.revoke,
            cell: (token) => (
              <Button variant="inline-link" ariaLabel={`${words.revoke} ${token.name}`} onClick={() => setEnding(token)}>
                {words.revoke}
              </Button>
            ),
          },
        ]}
        empty={<Empty title={words.noTokens}>{words.noTokensHelp}</Empty>}
      />
      {making && <TokenDialog onMade={setMade} onClose={() => setMaking(false)} />}
      {made && <Secret title={words.tokenNew(made.name)} help={words.tokenHelp} secret={made.token} onClose={() => setMade(undefined)} />}
      {ending && (
        <Confirm
          what={words.revokeToken}
          effect={words.revokeEffect(ending.name)}
          pending={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate({ params: { path: { token: ending.id } } })}
          onClose={() => setEnding(undefined)}
        />
      )}
    </>
  );
}
