import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { useWidth } from "../../parts/useWidth";
import { percent } from "../../words/common";
import { compliance as words } from "../../words/compliance";
import { localDay, localMoment } from "../../words/time";
import { along, shareRange, type TrendPoint } from "./scale";

const HEIGHT = 168;
const LEFT = 40;
const RIGHT = 12;
const TOP = 8;
const BOTTOM = 22;

interface Properties {
  readonly points: readonly TrendPoint[];
  readonly target: number;
  readonly width: number;
}

function Line({ points, target, width }: Properties) {
  const [hovered, setHovered] = useState<number>();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const { low, high } = shareRange(
    points.map(({ share }) => share),
    target,
  );
  const x = (at: string): number => LEFT + along(at, first.at, last.at) * (width - LEFT - RIGHT);
  const y = (share: number): number => TOP + ((high - share) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const steps = Math.round((high - low) * 10);
  const grid = Array.from({ length: steps + 1 }, (_, index) => low + index / 10).filter((_, index) => steps < 6 || index % 2 === 0);
  const shown = points[hovered ?? points.length - 1] ?? last;
  const nearest = (clientX: number, left: number): number => {
    const distances = points.map(({ at }) => Math.abs(x(at) - (clientX - left)));
    return distances.indexOf(Math.min(...distances));
  };
  return (
    <svg
      className="trend"
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={words.trendLabel(percent(first.share), percent(last.share))}
      onMouseMove={(event) => setHovered(nearest(event.clientX, event.currentTarget.getBoundingClientRect().left))}
      onMouseLeave={() => setHovered(undefined)}
    >
      {grid.map((share) => (
        <g key={share}>
          <line className="trend-grid" x1={LEFT} x2={width - RIGHT} y1={y(share)} y2={y(share)} />
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {percent(share)}
          </text>
        </g>
      ))}
      <line className="trend-target" x1={LEFT} x2={width - RIGHT} y1={y(target)} y2={y(target)} />
      <polyline className="trend-line" points={points.map(({ at, share }) => `${x(at)},${y(share)}`).join(" ")} />
      <circle className="trend-point" cx={x(shown.at)} cy={y(shown.share)} r="3.5" />
      {hovered !== undefined && <line className="trend-grid" x1={x(shown.at)} x2={x(shown.at)} y1={TOP} y2={HEIGHT - BOTTOM} />}
      <text x={LEFT} y={HEIGHT - 4}>
        {localDay(first.at)}
      </text>
      <text x={width - RIGHT} y={HEIGHT - 4} textAnchor="end">
        {hovered === undefined ? localDay(last.at) : `${localMoment(shown.at)}: ${percent(shown.share)}`}
      </text>
    </svg>
  );
}

/** The score over the last scans, from the same counts as the score itself. */
export function TrendCard({ trend }: { readonly trend: Schemas["Trend"] }) {
  const { element, width } = useWidth<HTMLDivElement>();
  const points = trend.points
    .flatMap(({ at, score }) => (score.share === undefined ? [] : [{ at, share: score.share }]))
    .toSorted((one, other) => one.at.localeCompare(other.at));
  return (
    <Container
      fitHeight
      header={
        <Header variant="h3" actions={<span className="trend-key">{words.target(trend.target)}</span>}>
          {words.trend} <span className="aside">{words.trendHelp}</span>
        </Header>
      }
    >
      <div ref={element}>
        {points.length < 2 ? (
          <Box color="text-body-secondary" padding={{ vertical: "xl" }} textAlign="center">
            {words.trendOne}
          </Box>
        ) : (
          width > 0 && <Line points={points} target={trend.target} width={width} />
        )}
      </div>
    </Container>
  );
}
