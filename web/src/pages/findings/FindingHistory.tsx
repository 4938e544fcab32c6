import type { Schemas } from "../../api/client";
import { Moment } from "../../parts/Moment";
import { findings as words } from "../../words/findings";

/** What happened to a finding, newest first. */
export function FindingHistory({ events }: { readonly events: readonly Schemas["FindingEvent"][] }) {
  return (
    <ol className="events">
      {events
        .toSorted((one, other) => other.at.localeCompare(one.at))
        .map(({ at, kind, actor, text }) => (
          <li key={`${at} ${kind}`}>
            <Moment at={at} />
            <span>
              <strong>{words.events[kind]}</strong> <span className="quiet">{actor === "scan" ? words.scan : actor}</span>
              {text && <div className="wrap">{text}</div>}
            </span>
          </li>
        ))}
    </ol>
  );
}
