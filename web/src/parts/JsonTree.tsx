import { assets as words } from "../words/explore";

/** Deeper parts than this are closed at first. */
const OPEN_DEPTH = 2;

interface Properties {
  readonly name: string;
  readonly value: unknown;
  readonly depth?: number;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (Array.isArray(value)) return value.map((item: unknown, index) => [String(index), item] as const);
  if (typeof value === "object" && value !== null) return Object.entries(value);
  return undefined;
}

/** A value with what is in it, part by part; empty and missing ones stand there in grey. */
export function JsonTree({ name, value, depth = 0 }: Properties) {
  const entries = entriesOf(value);
  if (entries === undefined || entries.length === 0) {
    const nothing = value === null || entries !== undefined;
    const text = entries === undefined ? String(value) : Array.isArray(value) ? "[]" : "{}";
    return (
      <div className="json-leaf">
        <span className="json-name">{name}</span>
        <span className={nothing ? "quiet" : "json-value"}>{text}</span>
      </div>
    );
  }
  return (
    <details className="json-branch" open={depth < OPEN_DEPTH}>
      <summary>
        <span className="json-name">{name}</span> <span className="quiet">{words.items(entries.length)}</span>
      </summary>
      {entries.map(([key, item]) => (
        <JsonTree key={key} name={key} value={item} depth={depth + 1} />
      ))}
    </details>
  );
}
