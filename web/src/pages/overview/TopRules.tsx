import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import type { Schemas } from "../../api/client";
import { Empty } from "../../parts/Empty";
import { SeverityWord } from "../../parts/SeverityWord";
import { usePlace } from "../../url/place";
import { overview as words } from "../../words/overview";

/** The rules that most assets fail. */
export function TopRules({ controls }: { readonly controls: readonly Schemas["ComplianceControl"][] }) {
  const place = usePlace();
  return (
    <Container
      header={
        <Header variant="h2" actions={<Link href={place.to("/compliance", { failed: "1" })}>{words.center}</Link>}>
          {words.top}
        </Header>
      }
    >
      {controls.length === 0 ? (
        <Empty title={words.topNoneTitle} />
      ) : (
        <ul className="finding-rows">
          {controls.map(({ control, rule, title, severity, counts, accounts, accountsFailing }) => (
            <li key={rule}>
              <SeverityWord severity={severity} />
              <div className="two-lines">
                <span className="cut" title={title}>
                  <Link href={place.to("/compliance", { rule })}>{`${control} ${title}`}</Link>
                </span>
                <span className="quiet">{words.failingIn(accountsFailing, accounts)}</span>
              </div>
              <Link href={place.to("/findings", { rule })}>{words.affectedAssets(counts.affected)}</Link>
            </li>
          ))}
        </ul>
      )}
    </Container>
  );
}
