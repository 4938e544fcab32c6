import { randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { text } from "node:stream/consumers";
import { type Answer, answer } from "./routes.ts";

/** Serves web/dist with the headers of the real server, and answers the API from fixtures. `PORT` says where; 4173 unless told. */
const DIST = join(import.meta.dirname, "../../dist");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

function serveFile(path: string, response: ServerResponse): void {
  const wanted = normalize(join(DIST, path));
  const file = wanted.startsWith(DIST) && existsSync(wanted) && extname(wanted) !== "" ? wanted : join(DIST, "index.html");
  response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Content-Security-Policy": POLICY });
  createReadStream(file).pipe(response);
}

function send({ status, body, headers = {}, stream }: Answer, response: ServerResponse): void {
  const type = status >= 400 ? "application/problem+json" : "application/json";
  response.writeHead(status, { "Content-Type": stream ? "text/event-stream" : type, ...headers });
  if (stream) stream(response);
  else response.end(body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body));
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://mock");
  if (!url.pathname.startsWith("/api/")) return serveFile(url.pathname, response);
  const sent = await text(request);
  const cookie = /plumbline_session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
  try {
    const json = request.headers["content-type"]?.startsWith("application/json") ?? false;
    const body: unknown = sent === "" ? undefined : json ? JSON.parse(sent) : sent;
    send(
      answer({
        method: request.method ?? "GET",
        path: url.pathname,
        query: url.searchParams,
        body,
        cookie,
        csrf: request.headers["x-plumbline-csrf"],
      }),
      response,
    );
  } catch (error) {
    send(
      { status: 500, body: { type: "about:blank", title: "The mock failed", status: 500, detail: String(error), requestId: randomUUID() } },
      response,
    );
  }
}

const port = Number(process.env["PORT"] ?? 4173);
createServer((request, response) => void handle(request, response)).listen(port, "127.0.0.1", () =>
  console.log(`The mock listens on ${port}`),
);
