import Link from "@cloudscape-design/components/link";
import type { Schemas } from "../api/client";
import { usePlace } from "../url/place";
import { AccountName } from "./AccountName";
import { shortArn } from "./Arn";
import { SeverityWord } from "./SeverityWord";

/** Findings as short rows: how bad, what, where. */
export function FindingRows({ findings }: { readonly findings: readonly Schemas["Finding"][] }) {
  const place = usePlace();
  return (
    <ul className="finding-rows">
      {findings.map(({ id, severity, title, unit, asset, accountId, accountName }) => (
        <li key={id}>
          <SeverityWord severity={severity} />
          <div className="two-lines">
            <span className="cut" title={title}>
              <Link href={place.to("/findings", { finding: id, state: "all" })}>{title}</Link>
            </span>
            <span className="quiet cut" title={unit}>
              {shortArn(asset ?? unit)}
            </span>
          </div>
          <AccountName id={accountId} name={accountName} />
        </li>
      ))}
    </ul>
  );
}
