import Box from "@cloudscape-design/components/box";
import Link from "@cloudscape-design/components/link";
import type { Schemas } from "../../api/client";
import { useOffline } from "../../app/offline";
import { usePlace } from "../../url/place";
import { number } from "../../words/common";
import { overview as words } from "../../words/overview";

/** By how many whole points the score moved; undefined where one of the two is none. */
function moved({ score, scoreBefore }: Schemas["Overview"]): number | undefined {
  if (score.share === undefined || scoreBefore?.share === undefined) return undefined;
  return Math.round(score.share * 100) - Math.round(scoreBefore.share * 100);
}

/** The five numbers of the day, each leading to what it counts. */
export function Figures({ overview }: { readonly overview: Schemas["Overview"] }) {
  const place = usePlace();
  const offline = useOffline();
  const points = moved(overview);
  const { since, opened, reopened, resolved, expiringExceptions, score } = overview;
  const figures = [
    [
      words.score,
      score.share === undefined ? words.scoreNone : words.scoreOf(score.share),
      place.to("/compliance"),
      points === undefined ? "" : words.scoreMoved(points),
    ],
    [words.opened, number(opened), place.to("/findings", { state: "all", since, sort: "-firstSeen" }), ""],
    [words.reopened, number(reopened), offline ? undefined : place.to("/scans", { scan: "newest", tab: "changes" }), ""],
    [words.resolved, number(resolved), place.to("/findings", { state: "resolved", resolvedSince: since }), ""],
    [words.exceptions, number(expiringExceptions), place.to("/exceptions", { state: "expiring" }), ""],
  ] as const;
  return (
    <dl className="figures">
      {figures.map(([name, value, href, beside]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {href === undefined ? (
              <Box fontSize="display-l">{value}</Box>
            ) : (
              <Link href={href} fontSize="display-l" ariaLabel={`${name}: ${value}`}>
                {value}
              </Link>
            )}
            {beside !== "" && <span className="quiet">{beside}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
