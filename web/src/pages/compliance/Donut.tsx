interface Part {
  readonly name: string;
  readonly value: number;
  readonly colour: string;
}

interface Properties {
  readonly parts: readonly Part[];
  readonly label: string;
  readonly middle: string;
}

const RADIUS = 42;
const ROUND = 2 * Math.PI * RADIUS;

/** A ring of shares with a text in its middle. */
export function Donut({ parts, label, middle }: Properties) {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  let before = 0;
  return (
    <svg className="donut" viewBox="0 0 100 100" role="img" aria-label={label}>
      <circle className="donut-track" cx="50" cy="50" r={RADIUS} />
      {parts.map(({ name, value, colour }) => {
        if (value === 0) return null;
        const length = (value / total) * ROUND;
        const gap = value === total ? 0 : 1.5;
        const offset = -before;
        before += length;
        return (
          <circle
            key={name}
            cx="50"
            cy="50"
            r={RADIUS}
            stroke={`var(${colour})`}
            strokeDasharray={`${Math.max(length - gap, 0.5)} ${ROUND}`}
            strokeDashoffset={offset}
            transform="rotate(-90 50 50)"
          />
        );
      })}
      <text x="50" y="51" textAnchor="middle" dominantBaseline="middle">
        {middle}
      </text>
    </svg>
  );
}
