import { ago, localDay, localMoment, utcMoment } from "../words/time";

interface Properties {
  readonly at: string;
  /** `moment`: day and time; `day`: the day alone; `ago`: how long since. */
  readonly as?: "moment" | "day" | "ago";
}

/** A moment in the zone of who reads it, with UTC on hover. */
export function Moment({ at, as = "moment" }: Properties) {
  const texts = { moment: localMoment, day: localDay, ago: (iso: string) => ago(iso, new Date()) };
  return (
    <time className="moment" dateTime={at} title={as === "ago" ? `${localMoment(at)} (${utcMoment(at)})` : utcMoment(at)}>
      {texts[as](at)}
    </time>
  );
}
