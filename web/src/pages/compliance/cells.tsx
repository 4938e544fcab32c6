import Link from "@cloudscape-design/components/link";
import type { Schemas } from "../../api/client";
import type { Place } from "../../url/place";
import { number, percent } from "../../words/common";
import { passRate } from "./rows";

type Counts = Schemas["Counts"];

/** The share that passed, as a bar whose red end is what failed, and as a number. */
export function Rate({ counts }: { readonly counts: Counts }) {
  const rate = passRate(counts);
  if (rate === undefined) return <span className="quiet">–</span>;
  return (
    <span className="rate">
      <span className="rate-bar" aria-hidden="true">
        <span className="rate-failed" style={{ width: `${(1 - rate) * 100}%` }} />
      </span>
      <span className="number">{percent(rate)}</span>
    </span>
  );
}

/** The address of the units behind a number: the panel of a rule, at the units of one status, in one account where told. */
export function unitsAddress(place: Place, rule: string, status: Schemas["Status"] | "all", account?: string): string {
  return place.with({ rule, tab: "affected", units: status, in: account });
}

interface NumberProperties {
  readonly value: number;
  readonly href: string;
  readonly label: string;
}

/** A number that leads to the list behind it; a dash where there is nothing to list. */
export function NumberLink({ value, href, label }: NumberProperties) {
  if (value === 0) return <span className="quiet number">0</span>;
  return (
    <span className="number">
      <Link href={href} ariaLabel={`${label}: ${number(value)}`}>
        {number(value)}
      </Link>
    </span>
  );
}
