import type { components } from "../api/generated/openapi";

type Schemas = components["schemas"];

/** What a file that holds the pages says of itself (OfflineReport.java). */
export interface About {
  readonly version: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly framework: string;
  readonly title: string;
  /** The day whose end the numbers show; absent where they are of when the file was made. */
  readonly asOf?: string;
  readonly accounts: readonly Schemas["AccountRef"][];
  /** Whether who made it could see more accounts than these. */
  readonly narrowed: boolean;
  /** How much could not be read, by account. */
  readonly gaps: Readonly<Record<string, number>>;
}

/** Rows of which there were too many for one file: of a list, or of a rule's units of one status. */
export interface LeftOut {
  readonly what: "findings" | "exceptions" | "questions" | "attestations" | Schemas["Status"];
  readonly rule?: string;
  readonly kept: number;
  readonly total: number;
}

/** The answers of the API that a file holds, lists whole (OfflineData.java). */
export interface Data {
  readonly about: About;
  readonly compliance: Schemas["Compliance"];
  readonly status: Schemas["SystemStatus"];
  readonly overview: Schemas["Overview"];
  readonly trend: Schemas["Trend"];
  readonly heatmap: Schemas["Heatmap"];
  readonly frameworks: readonly Schemas["Framework"][];
  readonly results: readonly Schemas["ControlResult"][];
  readonly accounts: readonly Schemas["Account"][];
  readonly units: readonly Schemas["Unit"][];
  readonly findings: readonly Schemas["FindingDetail"][];
  readonly exceptions: readonly Schemas["ExceptionDetail"][];
  readonly questions: readonly Schemas["Question"][];
  readonly attestations: readonly Schemas["Attestation"][];
  readonly rules: readonly Schemas["Rule"][];
  readonly histories: readonly { readonly rule: string; readonly items: readonly Schemas["RuleChange"][] }[];
  readonly leftOut: readonly LeftOut[];
}

/** The data of the file that is open, their text as it stands there, and the hash that was written behind them. */
export interface Packed {
  readonly data: Data;
  readonly text: string;
  readonly sha256: string;
}

function textOf(id: string): string {
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(`The file has no ${id}.`);
  return text;
}

/** Reads what the server put into the file. */
export function packed(): Packed {
  const text = textOf("plumbline-data");
  const { sha256 } = JSON.parse(textOf("plumbline-sum")) as { sha256: string };
  return { data: JSON.parse(text) as Data, text, sha256 };
}

/** Whether the data are still those whose hash stands in the file; undefined where the browser cannot tell. */
export async function isUnchanged({ text, sha256 }: Packed): Promise<boolean | undefined> {
  // A browser may refuse it to files.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return undefined;
  const digest = await subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((octet) => octet.toString(16).padStart(2, "0")).join("") === sha256;
}
