import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** Fails when the JavaScript that a browser loads to show the Compliance Center is more than it may be, gzipped. */
const LIMIT = 450_000;
const PAGE = "src/pages/compliance/CompliancePage.tsx";

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8")) as Readonly<Record<string, Chunk>>;
const files = new Set<string>();

function follow(key: string): void {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`dist/.vite/manifest.json has no ${key}: was the page renamed? Say its new name in tools/size.ts.`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  chunk.imports?.forEach(follow);
}

follow("index.html");
follow(PAGE);

let total = 0;
for (const file of [...files].filter((name) => name.endsWith(".js"))) {
  const bytes = gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length;
  total += bytes;
  console.log(`${String(bytes).padStart(8)}  ${file}`);
}
console.log(`${String(total).padStart(8)}  of ${LIMIT} bytes, gzipped`);
if (total > LIMIT) {
  console.error(`The entry and the Compliance Center are ${total - LIMIT} bytes too large: load what is not seen at once lazily.`);
  process.exit(1);
}
