import Alert from "@cloudscape-design/components/alert";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useState } from "react";
import { Moment } from "../parts/Moment";
import { offline as words } from "../words/offline";
import { isUnchanged, type LeftOut, type Packed } from "./data";

type Checked = boolean | "checking" | undefined;

function Unchanged({ checked }: { readonly checked: Checked }) {
  switch (checked) {
    case "checking":
      return <StatusIndicator type="loading">{words.checking}</StatusIndicator>;
    case true:
      return <StatusIndicator type="success">{words.unchanged}</StatusIndicator>;
    case false:
      return <StatusIndicator type="error">{words.changed}</StatusIndicator>;
    case undefined:
      return <StatusIndicator type="warning">{words.unchecked}</StatusIndicator>;
  }
}

/** What did not fit, list by list; the units of all rules together. */
function leftTexts(leftOut: readonly LeftOut[]): string[] {
  const lists = leftOut.flatMap(({ what, kept, total }) =>
    what === "findings" || what === "exceptions" || what === "questions" || what === "attestations" ? [words.left[what](kept, total)] : [],
  );
  const units = leftOut.filter(({ rule }) => rule !== undefined);
  const sum = (of: (each: LeftOut) => number): number => units.reduce((all, each) => all + of(each), 0);
  return [
    ...lists,
    ...(units.length > 0
      ? [
          words.left.units(
            sum(({ kept }) => kept),
            sum(({ total }) => total),
          ),
        ]
      : []),
  ];
}

/** Says above every page of a file what it is: of which assessment and accounts, when and by whom it was made, and whether it is whole. */
export function Banner({ file }: { readonly file: Packed }) {
  const [checked, setChecked] = useState<Checked>("checking");
  useEffect(() => {
    void isUnchanged(file).then(setChecked);
  }, [file]);
  const { about, compliance, leftOut } = file.data;
  const left = leftTexts(leftOut);
  return (
    <div className="file-banner">
      <Alert type={checked === false ? "error" : "info"} statusIconAriaLabel="Note" header={words.title(about.title)}>
        <SpaceBetween size="xxs">
          <div>
            {words.made} <Moment at={about.madeAt} /> {words.by(about.madeBy, about.version)} {words.of}{" "}
            {compliance.assessment && (
              <>
                {compliance.assessment.id} ({words.taken} <Moment at={compliance.assessment.now} />)
              </>
            )}
            , {words.accounts(about.accounts.length)}
            {about.narrowed && ` (${words.narrowed})`}. {words.readOnly}
          </div>
          {about.asOf !== undefined && <div>{words.asOf(about.asOf)}</div>}
          {left.length > 0 && (
            <div>
              {words.leftOut} {left.join(" ")} {words.where}
            </div>
          )}
          {checked === false && <Unchanged checked={checked} />}
          <ExpandableSection headerText={words.about} variant="footer">
            <KeyValuePairs
              columns={2}
              items={[
                {
                  label: words.hash,
                  value: (
                    <>
                      <code className="hash">{file.sha256}</code> <Unchanged checked={checked} />
                      <div>{words.verify}</div>
                    </>
                  ),
                },
                { label: words.accounts(about.accounts.length), value: about.accounts.map(({ id, name }) => `${name} (${id})`).join(", ") },
              ]}
            />
          </ExpandableSection>
        </SpaceBetween>
      </Alert>
    </div>
  );
}
