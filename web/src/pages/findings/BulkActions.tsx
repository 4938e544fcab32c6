import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { usePlace } from "../../url/place";
import { findings as words } from "../../words/findings";
import { ChangeDialog, type What } from "./ChangeDialog";

interface Properties {
  readonly findings: readonly Schemas["Finding"][];
  readonly onDone: () => void;
}

const kinds = ["assign", "comment", "disposition", "ticket"] as const;

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** What can be done with several findings at once. */
export function BulkActions({ findings, onDone }: Properties) {
  const place = usePlace();
  const [what, setWhat] = useState<What>();
  const except = place.to("/exceptions/new", {
    rule: distinct(findings.map(({ rule }) => rule)),
    arn: distinct(findings.map(({ asset, unit }) => asset ?? unit)),
    in: distinct(findings.map(({ accountId }) => accountId)),
  });
  return (
    <>
      <ButtonDropdown
        items={kinds.map((id) => ({ id, text: words[id] }))}
        onItemClick={({ detail }) => setWhat(kinds.find((kind) => kind === detail.id))}
      >
        {words.actions}
      </ButtonDropdown>
      <span className="key-e">
        <Button href={except}>{words.except}</Button>
      </span>
      {what && (
        <ChangeDialog
          what={what}
          ids={findings.map(({ id }) => id)}
          onClose={(changed) => {
            setWhat(undefined);
            if (changed) onDone();
          }}
        />
      )}
    </>
  );
}
