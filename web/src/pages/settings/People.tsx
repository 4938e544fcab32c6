import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { api, type Schemas } from "../../api/client";
import { useStatus } from "../../app/session";
import { Moment } from "../../parts/Moment";
import { WholeTable } from "../../parts/WholeTable";
import { frame } from "../../words/frame";
import { settings as words } from "../../words/settings";
import { scopeText } from "../exceptions/scopeText";
import { PersonDialog } from "./PersonDialog";
import { Secret } from "./Secret";

type Person = Schemas["Person"];

/** Who may sign in. */
export function People() {
  const status = useStatus();
  const query = api.useQuery("get", "/api/people");
  const [editing, setEditing] = useState<Person | "new">();
  const [added, setAdded] = useState<Schemas["NewPerson"]>();
  return (
    <>
      <WholeTable<Person>
        name={words.people}
        about={words.peopleAbout}
        action={
          <Button variant="primary" onClick={() => setEditing("new")}>
            {words.add}
          </Button>
        }
        query={query}
        rowKey={({ name }) => name}
        columns={[
          { id: "name", header: words.columns.name, cell: ({ name }) => name, isRowHeader: true },
          { id: "role", header: words.columns.role, cell: ({ role }) => frame.roles[role] },
          {
            id: "scope",
            header: words.columns.scope,
            cell: ({ scope }) => (scope.accounts.length + scope.ous.length === 0 ? words.allAccounts : scopeText(scope, status.data)),
          },
          {
            id: "state",
            header: words.columns.state,
            cell: ({ active }) =>
              active ? (
                <StatusIndicator type="success">{words.active}</StatusIndicator>
              ) : (
                <StatusIndicator type="stopped">{words.inactive}</StatusIndicator>
              ),
          },
          {
            id: "seen",
            header: words.columns.seen,
            cell: ({ lastSeen }) => (lastSeen === undefined ? words.never : <Moment at={lastSeen} as="ago" />),
          },
          { id: "created", header: words.columns.created, cell: ({ createdAt }) => <Moment at={createdAt} as="day" /> },
          {
            id: "change",
            header: words.change,
            cell: (person) => (
              <Button variant="inline-link" ariaLabel={`${words.change} ${person.name}`} onClick={() => setEditing(person)}>
                {words.change}
              </Button>
            ),
          },
        ]}
      />
      {editing && (
        <PersonDialog person={editing === "new" ? undefined : editing} onAdded={setAdded} onClose={() => setEditing(undefined)} />
      )}
      {added && (
        <Secret
          title={words.firstPassword(added.name)}
          help={words.firstPasswordHelp}
          secret={added.password}
          onClose={() => setAdded(undefined)}
        />
      )}
    </>
  );
}
