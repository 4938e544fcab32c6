import Link from "@cloudscape-design/components/link";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client";
import { Moment } from "../../parts/Moment";
import type { Column } from "../../parts/ServerTable";
import { useOffline } from "../../app/offline";
import type { Place } from "../../url/place";
import { number, percent } from "../../words/common";
import { accounts as words } from "../../words/explore";

type Account = Schemas["Account"];

/** Whether an account could be entered, as icon and word. */
export function Entered({ account }: { readonly account: Pick<Account, "status" | "entered"> }) {
  if (account.status === "SUSPENDED") return <StatusIndicator type="stopped">{words.suspended}</StatusIndicator>;
  return account.entered ? (
    <StatusIndicator type="success">{words.entered}</StatusIndicator>
  ) : (
    <StatusIndicator type="warning">{words.notEntered}</StatusIndicator>
  );
}

/** The score as bar and number; what could not be entered has none, and says so. */
export function AccountScore({ score }: { readonly score: Schemas["Score"] }) {
  if (score.share === undefined) return <StatusIndicator type="warning">{words.unknownScore}</StatusIndicator>;
  return (
    <span className="rate">
      <span className="rate-bar" aria-hidden="true">
        <span className="rate-failed" style={{ width: `${(1 - score.share) * 100}%` }} />
      </span>
      <span className="number">{percent(score.share)}</span>
    </span>
  );
}

/** How much could not be read; what it was, the Scans page of a server tells. */
function Gaps({ gaps, href }: { readonly gaps: number; readonly href: string }) {
  return useOffline() ? <>{number(gaps)}</> : linked(gaps, href);
}

function linked(value: number, href: string): ReactNode {
  return value === 0 ? <span className="quiet">0</span> : <Link href={href}>{number(value)}</Link>;
}

/** The columns of an account; the first one is the page's own. */
export function accountColumns(place: Place): readonly Column<Account>[] {
  return [
    { id: "entered", header: words.columns.entered, width: 130, cell: (account) => <Entered account={account} /> },
    {
      id: "score",
      header: words.columns.score,
      width: 135,
      cell: ({ id, score }) => (
        <Link
          href={place.to("/compliance", { account: id })}
          ariaLabel={`${words.columns.score} ${score.share === undefined ? words.unknownScore : percent(score.share)}`}
        >
          <AccountScore score={score} />
        </Link>
      ),
    },
    {
      id: "findings",
      header: words.columns.findings,
      width: 120,
      cell: ({ id, openFindings }) => linked(openFindings, place.to("/findings", { account: id })),
    },
    {
      id: "gaps",
      header: words.columns.gaps,
      width: 115,
      cell: ({ gaps }) => <Gaps gaps={gaps} href={place.to("/scans", { tab: "gaps", scan: "newest" })} />,
    },
    {
      id: "regions",
      header: words.columns.regions,
      width: 85,
      cell: ({ regions }) => <span title={regions.join(", ")}>{number(regions.length)}</span>,
    },
    { id: "owner", header: words.columns.owner, width: 120, cell: ({ owner }) => owner ?? <span className="quiet">{words.noOwner}</span> },
    {
      id: "scan",
      header: words.columns.scan,
      width: 105,
      cell: ({ lastScan }) => lastScan !== undefined && <Moment at={lastScan} as="ago" />,
    },
  ];
}
