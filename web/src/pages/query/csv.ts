/** A cell's value as text: what is no text itself, as JSON; what is missing, as nothing. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Spreadsheets run what begins so as a formula, whoever wrote it into a tag or a name. */
const FORMULA = /^[=+\-@\t\r]/;

function quoted(value: unknown): string {
  const text = cellText(value);
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180), with a line of names first. */
export function toCsv(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return [columns, ...rows].map((row) => row.map(quoted).join(",")).join("\r\n") + "\r\n";
}
