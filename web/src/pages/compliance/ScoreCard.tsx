import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import Popover from "@cloudscape-design/components/popover";
import type { Schemas } from "../../api/client";
import { StatusWord } from "../../parts/StatusWord";
import { usePlace } from "../../url/place";
import { number, percent, statusWords } from "../../words/common";
import { compliance as words } from "../../words/compliance";
import { Donut } from "./Donut";

interface Properties {
  readonly score: Schemas["Score"];
  readonly target: number;
}

/** The score with what it is made of; each number leads to the results that it counts. */
export function ScoreCard({ score, target }: Properties) {
  const place = usePlace();
  const parts = [
    { status: "PASS", value: score.passed, colour: "--good" },
    { status: "FAIL", value: score.failed, colour: "--bad" },
    { status: "UNKNOWN", value: score.unknown, colour: "--warn" },
    { status: "MANUAL", value: score.manual, colour: "--idle" },
  ] as const;
  const { share } = score;
  const middle = share === undefined ? "–" : percent(share);
  const missing = share === undefined ? undefined : Math.ceil((target - share) * 100);
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h3"
          actions={
            <Popover header={words.scoreFormula} content={words.scoreExplained} size="large" triggerType="text">
              {words.scoreHow}
            </Popover>
          }
        >
          {words.score}
        </Header>
      }
    >
      <div className="score">
        <Donut
          parts={parts.map(({ status, value, colour }) => ({ name: status, value, colour }))}
          label={`${words.score} ${middle}`}
          middle={middle}
        />
        <ul className="score-parts">
          {parts.map(({ status, value }) => (
            <li key={status}>
              <StatusWord status={status} />
              <Link href={place.with({ view: "results", status })} ariaLabel={`${statusWords[status]}: ${number(value)}`}>
                {number(value)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <div className="score-foot">
        {share === undefined ? words.scoreNone : `${percent(share)} ${words.scoreOf(score.passed + score.failed)}`}
        <br />
        <span className="quiet">
          {words.target(target)}
          {missing !== undefined && `, ${missing > 0 ? words.targetMissed(missing) : words.targetMet}`}
        </span>
      </div>
    </Container>
  );
}
